// The provinces as tiles: each has a column, a row and an English name, so that no outline of the country has to be
// drawn or settled. Position only says who is roughly beside whom.

const TILES = {
  黑龙江省: [10, 1, 'Heilongjiang'], 吉林省: [10, 2, 'Jilin'], 辽宁省: [10, 3, 'Liaoning'], 内蒙古自治区: [7, 2, 'Inner Mongolia'],
  北京市: [8, 3, 'Beijing'], 天津市: [9, 4, 'Tianjin'], 河北省: [8, 4, 'Hebei'], 新疆维吾尔自治区: [1, 3, 'Xinjiang'],
  甘肃省: [4, 4, 'Gansu'], 宁夏回族自治区: [5, 4, 'Ningxia'], 陕西省: [6, 5, 'Shaanxi'], 山西省: [7, 4, 'Shanxi'],
  山东省: [9, 5, 'Shandong'], 河南省: [8, 5, 'Henan'], 青海省: [3, 4, 'Qinghai'], 西藏自治区: [1, 5, 'Tibet'],
  四川省: [4, 6, 'Sichuan'], 重庆市: [5, 6, 'Chongqing'], 湖北省: [7, 6, 'Hubei'], 安徽省: [8, 6, 'Anhui'],
  江苏省: [9, 6, 'Jiangsu'], 上海市: [10, 6, 'Shanghai'], 云南省: [4, 7, 'Yunnan'], 贵州省: [5, 7, 'Guizhou'],
  湖南省: [7, 7, 'Hunan'], 江西省: [8, 7, 'Jiangxi'], 浙江省: [9, 7, 'Zhejiang'], 福建省: [9, 8, 'Fujian'],
  台湾省: [10, 9, 'Taiwan'], 广西壮族自治区: [6, 8, 'Guangxi'], 广东省: [7, 8, 'Guangdong'], 香港特别行政区: [8, 9, 'Hong Kong'],
  澳门特别行政区: [7, 9, 'Macau'], 海南省: [6, 9, 'Hainan'],
};

/** 内蒙古 for 内蒙古自治区, 浙江 for 浙江省. */
const shortProvince = (name) => (state.lang === 'en' ? TILES[name][2] : name.replace(/(?:维吾尔|回族|壮族)?自治区$|特别行政区$|[省市]$/, ''));
