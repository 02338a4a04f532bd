"""The constructions that a run of quoted strings may stand in: 把“…”搬进, 这张卡叫“…”, 学习借鉴甲县“…”经验."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.lexica import Head

CHANGE = re.compile(r"(?:从|由|让|把|将|变|(?<!整)改)$")
CHANGED = re.compile(
    r"^(?:到(?![一-鿿]{2,10}(?:[省市县区旗镇乡村]|街道|社区)的?[里上]?“)|变|转(?!了?[一两]圈|转)|向|升级为|走向|成为|迈向|代替|[建改]成|改造[为成]|改为)"
)
SUBJECT_OF = re.compile(
    r"(?:(?:让|使)(?![^，。；]{1,8}(?:[犯发]愁|犯难|头[疼痛]|苦恼|烦恼|担[心忧]|揪心|寒心|不满|叫苦|吃亏))|把(?!握|关)|成为|成了|重塑|破解|激活|点亮|架起|搭起|撑起|打通|解开|助推|带来|唤醒|织密|培育|架设|满足|汇聚|凝聚|串起|连起|兜住|托起|催生|带动|涵养|见证|守护|拓展)"
)
# 设置受理区、类案调解室等功能区域, 整合信访、化解中心等资源: rooms and parts of another facility.
ROOMS = re.compile(
    r"(?:[、和][^，。；、]{2,12})*等(?:(?:原有|现有|多方|各方)?(?:资源|力量|部门|单位|机构)"
    r"|[^，。；、]{0,4}(?:区域|功能区|功能室|功能间|用房|分区|空间|板块|功能阵地|窗口))"
)
ONCE = re.compile(r"(?:举办|举行|开展|组织|召开|上演|进行)(?:了|的)?(?:一[场次]|首[场次])[^，。；]{0,12}$")
# 每逢周二是河西镇的“敲门日”, 每月5日定为“议事日”
DAY_OF = re.compile(
    r"(?:前后|期间|[早晚]上|[上下]午|周[一二三四五六日末]|[0-9][日号]|[节天夜])(?:是|为|成了)[^，。；：“”]{1,10}的$|"
    r"(?:每[月周季年个逢]|逢)[^，。；：“”]{0,12}?(?:是|为|叫|成了)[^，。；：“”]{0,14}?(?:的|[是为叫了])$"
)
# 每季度举办一次“百家宴”, 连续三年举办“开犁节”, 常态化评选“好邻居”: what is held again and again has a name.
RECURRING = re.compile(
    r"(?:每(?:个|逢)?(?:年|月|周|季|旬|日|天|星期|季度|半年|学期)|逢[^，。；“”]{1,4}|年年|月月|常态化|定期|按[月季年]"
    r"|连续[0-9一二两三四五六七八九十多]+(?:年|季|月|个月|届|期))"
    r"[^，。；：“”]{0,10}?(?:评选|举办|举行|召开|开展|组织|推选|办|评|开)(?:[0-9一二两三四]+[次期场届])?$"
    r"|每(?:个?[年月周季旬日天晚]|季度|半年|星期)[^，。；：“”]{0,4}?[一两二三][场次期堂回]"  # 每月一场“板凳说廉会”
    r"(?:[^，。；：“”的]{2,6})?$"
    r"|一(?:场场|次次|期期)$"
)
# 评出“洁净农家”20户, 评上来的“和气户”, 每季评一回“整洁户”: what a place appraises has a name; what somebody was given
# (被评) is an award.
APPRAISED = re.compile(
    r"(?<![被获参点总讲测荣书影短好差考])(?:评(?:选|比)?(?:出来的|上来的|出了|出|了|[一两三][回次轮])?|选树(?:出|了)?)"
    r"(?:(?:了)?(?:[0-9一二两三四五六七八九十百]+[余多]?[个户名位家批次]|一批))?(?:[月季年]度|当[月季年]|首[批届])?$"
    r"|(?<!被)评上了?(?:[月季年]度|当[月季年]|首[批届])$"
)
# 把旧车棚改成“棚下小坐”, 将老校舍改造为“乡音书屋”: a room or a piece of land gets a name with its new use.
MADE_INTO = re.compile(
    r"[把将][^，。；：“”]{0,20}?(?:[房室屋院厂校库站楼点场间棚地亭铺店祠庙仓宅车厅舍址堂]|空间|角落)"
    r"[^，。；：“”]{0,4}?[改变建辟修整腾][^，。；：“”]{0,3}?[成为](?:了)?$"
)
# 请老党员当“楼道掌柜”: who is called in to be what the place made up.
APPOINTED = re.compile(
    r"(?:请|聘|邀|招|选派|选聘|发动|动员)[^，。；：“”他她]{2,20}(?:当|担任|做|作为|成为)(?:了|起|上)?(?:一?[名个位])?$"
)
# 原来的车棚变成了“棚下小坐”: the same told of the place itself, where the name says what kind of thing.
TURNED = re.compile(
    r"(?:[房室屋院厂校库站楼点场间棚地亭铺店祠庙仓宅厅舍址堂塘坡]|空间|角落)[^，。；：“”]{0,6}?"
    r"(?:变身|变成|变为|成为|成了|改成|改为|建成|化身)(?:了|为)?(?:一?[个家座间处片])?$"
)
# 让村民“唱主角”: what somebody is to do.
LET = re.compile(
    r"(?:让|使)[\u4e00-\u9fff]{0,4}(?:党组织|支部|党员|干部|群众|居民|村民|业主|农户|委员|代表|老人|百姓|青年|妇女|企业|数据|资源)$"
)
BROUGHT = re.compile(r"(?:走[进到]|扎根|落[地户到]|进[村社校企万]|惠及|延伸|覆盖|开[进到]|飞[进入])")  # 让“…”走进每个屯
# 把支部建成“火车头”: what somebody is to be like.
LIKENED = re.compile(r"[把将][^，。；：“”]{2,16}(?:[建办打锻]|打造|培育|培养|锻造|建设|塑造)[成为](?:了|新)?$")
# 由退休教师组成“银铃帮帮团”，: the verb, the name, a stop.
FORMED = re.compile(r"(?:[组结编][建合]?成|编[进入])(?:了)?(?:[0-9一二两三四五六七八九十]+[余多]?[个支组对])?$")
# 挂着“歇脚评理处”的木牌: what is hung up is a name.
HUNG = re.compile(r"挂(?:着|出|起|上)?了?(?:一?[块个])?$")
BOARD = re.compile(r"的?(?:[木铜铁门]?牌子|[木铜铁门]牌|招牌|荣誉牌|光荣牌|标牌|牌匾)")
TAKEN_AS = "作为"  # 把“…”作为增收的路子: what is taken as something stays what it is
SOURCE = re.compile(r"[里中内]")  # 从“暖冬基金”里列支 changes nothing
# 把“…”搬进院坝, 将“…”纳入村规民约: what is taken somewhere stays what it is.
TAKEN = re.compile(r"[把将]$")
LAID, LAID_OUT = (
    re.compile(r"[把将][^，。；：“”]{2,6}$"),
    re.compile(
        r"(?:铺|推|推广|推行|覆盖|延伸|普及)(?:[到至向]了?(?:全|各|所有|每|[0-9]|[^，。；]{0,4}[村镇县区乡户楼院])|开)"
    ),
)
MOVED = re.compile(
    r"(?:搬|送|开|建(?!成)|设|办|摆|贴|挂|装|端|延伸|引入|引进|引向|纳入|嵌入|植入|写[进入](?![去来]|了?(?:村规|条文|规矩|居民公约|公约|章程|方案|合同|文件|规划))|推广|推开|推到|推向|铺到|坚持|覆盖|做[深实优精]|贯穿|融入|落"
    r"|[与和同][^，。；：“”]{2,20}?(?:结合|融合|衔接|挂钩|融为一体))"  # 把“…”与生态文明建设有机结合
)
# “…”23处, “…”3200场次: what is counted is a thing.
COUNTED = re.compile(
    r"(?:共|已达|达|累计)?[0-9]+[余多]?(?:[个处家支期场张套座所次]|场次)$"
    r"|(?:[一-鿿]{0,3}[\u4e00-\u9fff]了)[0-9]+[余多]?[回场期堂]"
)
# 学习借鉴安吉县余村“…”经验: what others are learned from is theirs.
LEARN = r"(?:学习|借鉴|复制|照搬|对标|参照|参考|引进|推广)(?:了|过)?"
FETCH = r"(?:学习|借鉴|取经|引进|考察)(?:了|过|来|回)?"  # …甲县, and behind the place: 到甲县…
LEARNT = re.compile(
    rf"{LEARN}[^，。；：“”、]{{2,20}}[省市县区旗镇乡村道社寨木查场](?:区)?的?$"
    rf"|(?:到|赴|去|从)[^，。；：“”、]{{2,16}}[省市县区旗镇乡村道社寨木查场](?:区)?{FETCH}$"
)
LESSON = re.compile(r"的?[^，。；：“”、]{0,4}(?:做法|经验|模式|办法|工作法|机制|样本|样板|路径|思路)")
# 街道的笨办法是“…”：
DEFINED = re.compile(
    r"(?:办法|做法|法子|路子|招数?|秘诀|诀窍|对策|举措|抓手|载体|方式|方案)(?:就|便)?是$|[搞推走叫办行展施]的(?:正|就|便)?是$"
)
# 第29期“…”: what is counted through is held again and again.
NUMBERED = re.compile(r"第(?:[0-9]{1,3}|[二三四五六七八九十]{1,3})[期次场届季堂回]$")
COUNTED_ON = re.compile(
    r"第(?:[0-9]{1,3}|[二三四五六七八九十]{1,3})[期次场届季堂回](?!获|荣|被|入)"
)  # “桥头茶叙”第17次开席
# 这张卡叫“…”, 村里人管它叫“…”, 取名“…”: a thing, not a person, is given its name.
CALLED = re.compile(
    r"(?:(?<![他她])(?:起|取)(?:了|过)?(?:一?个)?(?:名字|名儿|名|名号)(?:为|叫|作|就?叫)?|定名|名[字儿](?:就)?叫|名曰|美其名曰"
    r"|(?<!被)[喊唤称叫](?:作|做)|(?<![人被])称(?:之|它)为|管(?:它|这|那|这个|这事|这套)叫|在(?:当地|村|镇|县|区|社区|街道|厂|乡)里?(?:就|便|都)?叫|[叫喊唤]它|[把将](?:这|那|它)[^，。；“”]{0,8}叫(?:作|做)?"
    r"|(?:办法|法子|做法|方法|方式|机制|制度|模式|规矩|路子|点子|招数?|平台|群|队伍|小队|团队|队|卡|码|活动|项目|品牌|课堂?|会|单子|清单|册子|本子|站点?|小站|驿站|小程序|栏目|账|桌)(?:[，就被都也]?)叫)$"
)
# 被乡亲们叫作“…”: mostly a person's nickname.
NICKNAMED = re.compile(r"被[^，。；：“”]{1,8}[叫称喊唤](?:作|做|为)?$")
# 当地人叫“…”, 这叫“…”: it may be a saying as well.
CALLED_SO = re.compile(r"(?<![他她])(?:^|这|就|便|人|们|本|名|社区|[村镇乡寨]里|[村镇]上|大伙儿?)叫(?:它们?|他们)?$")
# 一个叫“甲”的小程序, 这个被称为“甲”的机制: the thing stands behind.
THING_CALLED = re.compile(
    r"(?:[个支种项家间处座套款张条]|这|被|[，。]|^)(?:就|便)?(?:名叫|名为|叫|称|唤)(?:做|作|为)?$"
)
# 设“邻里说理点”, 开“月光会”, 定了一份“首问清单”: short verbs before a name that says what kind of thing it is.
SHORT_VERB = re.compile(
    r"(?:[开办设建立定搞编填添凑]|赶上|迎来)[了起出过上]?(?:[一两三几]?[个份张支本项场套次堂块面间处条只])?$|(?:[开办设建定填]了?[0-9]+[个份张支本项场套次堂间处])$"
    r"|(?:来|要|都|先|里)上$"  # 新干部都要上“入职第一课”
)
# 摆“糍粑席”, 立了个“周周清”, 装了“三声铃”: what is set up has a name of its own.
SET_UP = re.compile(
    r"(?<![再要想举])(?:[开办设建立定搞编装摆推支挂添凑拉][了起出]|(?<![成建设树确独])立|(?<![一决约规稳制确])定|搞|摆|(?<!建)设|(?<![清打])扫(?:一扫)?|登录|注册|下载|点开)(?:一?[两三几]?[个份张支本项场套次堂块面间处桌])?$"
)
# “…”是当地着力培育的服务品牌
PREDICATE = re.compile(
    r"是[^，。；：“”]{4,40}?(?:[个项支]?特色[^，。；：“”]{2,8}|[^，。；：“”]{2,8})之一|(?:[就便正]?是|作为)[^，。；：“”]{2,30}?的[^，。；：“”]{0,8}(?:品牌|机制|做法|举措|模式|项目|平台|活动|载体|实践|探索|工作法|制度|队伍|[议说评]事点|议事[厅室亭]|服务[点站]|调解室|驿站|课堂)"
)
AWARDED = re.compile(
    r"(?:获评|荣获|获得|被评为|评为|授予|荣膺|入选|被命名为|命名为|(?<![收查缴俘捕截])获(?![嘉知悉取利益])|被列为|认定为)[^，。；]{0,14}$"
)
FRAMED = re.compile(
    r"(?:作?为)(?:[^，。；：“”]{0,20}?的)?(?:有效|重要|主要|总)?"
    r"(?:引领|抓手|载体|牵引|依托|突破[口点]|契机|主线|主轴|总揽|支撑|支点|龙头|切入[口点]|小切口|着[力眼]点|落脚点|发力点|纽带|平台|圆心|核心|统领|媒介|内核|组织网络|[途路]径|举措|手段"
    r"|[^，。；：“”]{0,8}?(?:工作|工程|任务)$)"
)
FRAME_OPENS = re.compile(r"[以把将][^，。；：“”、]{0,6}$")  # 把“积分制”作为抓手 names it, 把“被动”变“主动” does not
# 村里的“老娘舅议事会”, 村民自发组织的“乡贤帮帮团”: a thing somebody has, where the name says what kind of thing.
OWNED = re.compile(
    r"(?:村|社区|镇|乡|街道|[县区市]|小区|村里|社区里|村民|居民|组织|组建|发起|成立|当地|镇里|县里|区里|街道里|乡里)的$|(?:村民|居民|群众|百姓|乡亲们?|街坊|邻居|大家|人们?)(?:口中|嘴里|嘴上|口口相传)的$|(?:^|[^没只])有(?:一?[支个家座间所处])?$|这[支个家座间项]$"
    r"|(?:[村巷路街门桥渡]口|街角|楼下|[村镇街][东西南北]?头|[东西南北]头|寨门|院里|圩上|广场[上边]?)的$"
)
# 这就是楼村的“炉边会”: shown by its name.
SHOWN = re.compile(
    r"(?:隔壁|旁边?|对面|楼下|门口|里头|拐角|尽头)[就便正]是(?:[^，。；：“”]{1,8}的)?$|"
    r"[这那](?:里|边)?[就便正]?是[^，。；：“”]{0,10}?(?:[县区旗镇乡村寨组里]|街道|社区|小区|人家?)(?:每[^，。；：“”]{1,6})?的$"
)
# 像这样的“鼓楼评理会”, 楼村“德润超市”里, 在“红榜”上亮相: a thing that there is, where the name says what kind of thing.
SUCH = re.compile(r"(?:这样|这类|类似)的$")
PLACED = re.compile(r"(?:[在到进][^，。；：“”]{0,14}|[^，。；：“”][县区旗镇乡村寨]|街道|社区|小区)$")
# 像这样的“联户牧站”，全旗有86个: a thing of which there are so many.
SO_MANY = re.compile(r"，?[^，。；：！？“”]{0,12}?[0-9]+[余多]?(?:[个处家支户间座场回次期名]|余场)")
INSIDE = re.compile(r"[里内上](?!面子|门|涨|升)")
# 治理从一张“连心卡”开始, 变化要从一场“院坝会”说起.
BEGAN = re.compile(r"从(?:村里|这)?(?:一?[张本个块场间座支条面份])$")
BEGINNING = re.compile(r"(?:开始|说起|做起|起步|入手|破题)")
HANDED_OUT = re.compile(
    r"[发领颁送][给放到了]{0,2}[^，。；：“”]{0,6}?(?:一?[本张册份枚块])$"
)  # 给每户发一本“家风积分簿”
BY_MEANS = re.compile(r"(?:靠|运用|用)$")  # 靠“算账对比法”劝和
# 领到“布依券”, 打开“渔事通”, 列出“催办单”: what people get hold of or look into, where the name says what it is.
OBTAINED = re.compile(
    r"(?:凭[着借]?|领[到取了回]|申[请领办]|申请到|打开|点开|扫(?:一扫|描|码)?|登录|出示|加入|进了|进入|入了|拉进|换[来回]|存入|攒|列[出入]"
    r"|印[发制]|下发|制发|发[出放]|[记积](?:一?[枚个张次])|人手一[本张册份块个]|(?:送[上来去]|递[上来]|交[上来]|填[写好]?|签[下订]?|贴[上出])了?一?[张份本块枚册])(?:了)?$"
)
# 清理“僵尸群”, 冒充“助学贷”, 一杯“和气茶”: what is fought or drunk is no practice.
FOUGHT = re.compile(
    r"(?:跳出|打破|摆脱|走出|冲破|清收|清缴|追缴|清理|清退|查处|打掉|取缔|刹住|扫除|遏制|冒充|打击|铲除|根治|惩治|纠治|捣毁|抵制|远离|警惕|套取|劝[停退]|叫停|停办|骗取|拆除|关停|关闭|消除|摘掉|拒绝|没啥|没有?什么|谈不上|不[搞请办要])[了掉]?(?:一?[批个起])?$|一[杯碗壶盏口]$"
)
SORTED = re.compile(r"的(?:有)?[0-9]+[余多]?[条件起户名人例宗笔](?![^，。；、]{0,4}[家庭农])")  # 其中“一户多领”的89条
PERSONS = re.compile(r"[0-9]+[余多]?名")  # 选聘“金牌红娘”35名
# 实行一个村“点单”，一个部门接单: what each of them does.
EACH_DOES, NEXT_DOES = re.compile(r"一[个支][^，。；“”]{1,10}$"), re.compile(r"，一[个支]")
COUNTED_OUT = re.compile(r"[0-9]+[余多]?[支个处家座间条辆场张]$")  # 20支“巷子队”
WORN = re.compile(r"的?[红黄绿蓝橙]?色?(?:马甲|袖标|袖章|胸牌|臂章|工牌|绶带)")  # 领了“路眼哨”红马甲
CUMULATED = re.compile(r"已?(?:累计|总计|共计|合计)[^，。；：“”]{1,6}?[0-9]")  # “岗位直送”累计招工1300人
# 按照“甲、乙、丙”的流程: what is done step by step.
PROCEDURE = re.compile(r"的?[^，。；：“”、]{0,4}(?:流程|程序|步骤)")
WAY = re.compile(r"的?(?:工作)?(?:办法|方法|方式|路子|思路)")  # 按照“支部提事、村民定事、大家办事”的办法
TEAM = re.compile(r"队(?![员长伍友列])|群(?![众体像星])")  # 由外卖骑手组成的“流动哨兵”队
# 凭积分到“邻里换换铺”兑换肥皂: where points are spent.
SPENT_AT = re.compile(r"(?:[到去往至在]|前往|走进)(?:村里|社区|镇里|村)?的?$")
SPENDING = re.compile(
    r"[里内中]?(?:[就便可]|可以|随时|免费|按需|自由|自主|直接)?(?:兑换|换取|兑取|换(?![届句个成])|兑|领取|领[了走到回]|选购|购物|消费)"
)
# “竹林茶摊”每逢圩日开张
OPENED = re.compile(r"(?:每[逢到周月晚天]|逢)[^，。；：“”]{1,8}(?:开张|开讲|开课|开市|开门|开放|营业|出摊|开席)")
# 数字治理平台“邻里通”: what it is stands in front, and its name behind.
TITLED = re.compile(
    r"(?:平台|系统|小程序|APP|App|客户端|食堂|调解室|品牌|工作法|模式|项目|公众号|专栏|栏目|热线|服务队|宣讲队|志愿队|工作室|驿站|活动"
    r"|行动|工程|计划|联盟|讲堂|课堂|夜校|议事会|理事会|议事厅|服务站|服务点|宣讲团|小分队|基金)$"
)
# 创新治理机制“邻里通”, but 机制“空转”.
TITLED_BY = re.compile(r"(?<![、和与及])(?:机制|制度|体系|做法|(?<!方)办法|载体|路径)$")
# “荔乡夜校”办了三年: what opens a clause and does something, where the name says what kind of thing.
SAID_OF = re.compile(r"(?!等|的|和|与|及|、|是|式|型|化|者|们)(?:[\u4e00-\u9fff]{2}|[为给替帮](?=[0-9]))")
# “圩边法庭”今年开庭14次: what it did is counted.
DID = re.compile(
    r"(?!等|的|和|与|及|、|是|式|型|化|者|们)[^，。；：！？“”、]{2,12}?[0-9.]+[万余多]{0,2}(?:人次|[次场件回期起户个名单])"
)
# 村里的“白事一桌菜”已坚持三年, “开镰饭”延续至今: what is kept up is a thing done.
KEPT_UP = re.compile(
    r"(?:已经?|也|一直|便|就|连续)?(?:坚持|延续|传承|举办|开办|办|走过|推行|实施|运行)[了过]?"
    r"(?:至今|到现在|[0-9一二两三四五六七八九十多]+[余多]?(?:年|个年头|个月|季|期|届))"
)
# “新苗课”“归雁宴”，一项项举措…: names are summed up one by one, and so is what people are called.
EACH_A_DEED = re.compile(
    r"(?:，|……)?一(?:项项|个个|桩桩|件件|条条|串串|场场|批批?|大批|系列)[^，。；：“”]{0,8}?(?:举措|做法|活动|品牌|机制|制度|项目|服务|平台|行动|载体|实践|探索)"
)
EACH_A_SIGHT = re.compile(
    r"，?(?:一(?:个个|种种|幅幅|张张|帧帧|句句|声声|组组|串串|段段)[^，。；：“”]{0,8}?"
    r"(?:称呼|称谓|头衔|名号|身份|雅号|外号|昵称|画面|场景|镜头|笑脸|故事|数字|变化|话语|评价|词)"
    r"|这[些样]的?(?:称呼|称谓|头衔|名号|雅号|外号|昵称))"
)
# 打造温暖舒心的“童之家”: praise before a quoted string makes it a figure of speech.
PRAISED = re.compile(
    r"(?:温馨|温暖|幸福|和谐|坚强|坚实|牢固|美丽|美好|宜居|舒适|满意|放心|舒心|暖心|贴心|有力|强劲|靓丽|亮丽)的$"
)
OBJECT_OF = re.compile(r"(?:^|[^面针应])对$")  # 对“红码村”实行…: one kind of what is treated
# 甲镇“…”让群众少跑腿: the place whose own it is stands before what opens the clause.
OWNER = re.compile(r"(?:如今|现在|目前|眼下)?[一-鿿]{2,9}(?:[省市县区旗镇乡村]|街道|社区|小区|嘎查)的?")
FOUNDS = 2.0  # the weight of verbs that found or name something
BRAND = 3  # the weight of the heads that say nothing else
# 探索“…”，: with such a verb the quoted string is all that is done; 打响“…”， says it in a figure.
TRIED = re.compile(r"(?:探索|摸索|创新|深化|做实|试点|依托)(?:实施|实行|开展|推行)?$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run of quotes stands between: the clause before it, the words behind it and behind its head word."""

    left: str
    right: str
    rest: str
    head: Head | None
    mod: str
    head_end: int
    verb: tuple[str, float] | None
    gap: str
    members: int
    honoured: bool
    behind: str

    @property
    def tight(self) -> bool:
        """Whether a head word that may stand only so follows at once: “红黄绿”卡."""
        return self.head is not None and self.head.behind > 1 and not self.mod

    @property
    def branded(self) -> bool:
        """Whether a brand is said to bear the name, whatever figure of speech the verb is (唱响“…”品牌)."""
        return self.head is not None and self.head.kind == "brand" and self.head.weight >= BRAND

    @property
    def opens(self) -> bool:
        """Whether the quotes open their clause, but for the place that runs what they name."""
        return not self.left or OWNER.fullmatch(self.left) is not None

    @property
    def run(self) -> bool:
        """Whether the verb says that somebody runs or sets up something."""
        return self.verb is not None and self.verb[0].startswith("run")

    @property
    def founded(self) -> bool:
        """Whether the verb founds or sets something going: 建立, 推行."""
        return self.verb is not None and self.verb[0] == "run" and self.verb[1] >= FOUNDS


def frames(near: Surroundings) -> tuple[tuple[str, bool], ...]:
    """The constructions that a run of quotes may stand in, and whether it does."""
    framed = FRAME_OPENS.search(near.left) and (FRAMED.match(near.right) or FRAMED.match(near.rest))
    further = near.rest != near.right and MOVED.match(near.rest)  # 把“红心”工程|延伸到楼栋
    moved = TAKEN.search(near.left) and (MOVED.match(near.right) or further)
    moved = moved or (LAID.search(near.left) and LAID_OUT.match(near.right))  # 把垃圾“户分、村收”铺到各村
    brought = near.left.endswith("让") and BROUGHT.match(near.right)
    kept = moved or brought or SOURCE.match(near.right) or near.rest.startswith(TAKEN_AS)
    alone = near.left.endswith(("把", "将")) and not near.right  # 推进把“支部建在楼栋上”，…
    changing = (CHANGE.search(near.left) and not kept and not alone) or CHANGED.match(near.right)
    deeds = EACH_A_DEED.match(near.behind)  # 从“甲”到“乙”，一项项举措…
    return (
        ("changing", bool(changing and not framed and not deeds)),
        ("framed", bool(framed)),
        ("moved", bool(moved) and (near.head is None or bool(further))),
        ("whole-object", not near.right and bool(TRIED.search(near.left))),
        ("told-of", near.gap == "的" and near.founded),
        ("counted", bool(COUNTED.match(near.right))),
        ("each-a-deed", bool(deeds)),
        ("each-a-sight", bool(EACH_A_SIGHT.match(near.behind))),
        ("predicate", near.opens and bool(PREDICATE.match(near.right))),
        ("subject", near.opens and bool(SUBJECT_OF.match(near.right))),
        ("rooms", bool(ROOMS.match(near.right))),
        ("once", bool(ONCE.search(near.left)) and not RECURRING.search(near.left)),
        ("recurring", bool(RECURRING.search(near.left))),
        ("made-into", bool(MADE_INTO.search(near.left))),
        ("made-to", bool(LET.search(near.left))),
        ("likened", bool(LIKENED.search(near.left)) and not MADE_INTO.search(near.left)),
        ("appointed", bool(APPOINTED.search(near.left))),
        ("turned", bool(TURNED.search(near.left))),
        ("formed", not near.right and bool(FORMED.search(near.left))),
        ("signboard", bool(HUNG.search(near.left) and BOARD.match(near.right))),
        ("awarded", near.honoured or bool(AWARDED.search(near.left))),
        ("praised", bool(PRAISED.search(near.left))),
        ("object", bool(OBJECT_OF.search(near.left))),
        ("titled", bool(TITLED.search(near.left) or (near.run and TITLED_BY.search(near.left)))),
        ("opens-clause", not near.left and bool(SAID_OF.match(near.right))),
        ("did", near.opens and bool(DID.match(near.right))),
        ("kept-up", near.left[-1:] in {"", "的"} and bool(KEPT_UP.match(near.right) or KEPT_UP.match(near.rest))),
        ("learnt", bool(LEARNT.search(near.left) and LESSON.match(near.right))),
        ("defined", bool(DEFINED.search(near.left))),
        (
            "numbered",
            bool(NUMBERED.search(near.left) or COUNTED_ON.match(near.right)) and not AWARDED.search(near.left),
        ),
        ("called", bool(CALLED.search(near.left)) and not near.founded and not NICKNAMED.search(near.left)),
        (
            "called-thing",
            near.head is not None and near.right.startswith("的") and bool(THING_CALLED.search(near.left)),
        ),
        ("called-so", bool(CALLED_SO.search(near.left)) and not CALLED.search(near.left)),
        ("short-verb", bool(SHORT_VERB.search(near.left)) and not near.founded),
        ("owned", bool(OWNED.search(near.left)) and near.verb is None),
        *scenes(near),
    )


def scenes(near: Surroundings) -> tuple[tuple[str, bool], ...]:
    """The scenes and tellings of a feature that a run of quotes may stand in, and whether it does."""
    return (
        ("appraised", bool(APPRAISED.search(near.left))),
        ("such", bool(SUCH.search(near.left))),
        ("so-many", bool(SUCH.search(near.left) and SO_MANY.match(near.behind))),
        ("shown", bool(SHOWN.search(near.left))),
        ("obtained", bool(OBTAINED.search(near.left)) and not near.founded),
        ("set-up", bool(SET_UP.search(near.left)) and not near.founded),
        ("sorted", bool(SORTED.match(near.right))),
        ("persons", bool(PERSONS.match(near.right))),
        ("each-does", bool(EACH_DOES.search(near.left) and NEXT_DOES.match(near.behind))),
        ("fought", bool(FOUGHT.search(near.left))),
        ("counted-out", bool(COUNTED_OUT.search(near.left)) and not near.founded),
        ("worn", bool(WORN.match(near.right))),
        ("cumulated", near.opens and bool(CUMULATED.match(near.right))),
        ("placed", bool(PLACED.search(near.left) and INSIDE.match(near.right))),
        ("began-with", bool(BEGAN.search(near.left) and BEGINNING.match(near.right))),
        ("handed-out", bool(HANDED_OUT.search(near.left))),
        ("by-means", bool(BY_MEANS.search(near.left)) and not near.founded),
        ("procedure", bool(PROCEDURE.match(near.right))),
        ("stepwise", bool(WAY.match(near.right))),
        ("day-of", bool(DAY_OF.search(near.left))),
        ("spent-at", bool(SPENT_AT.search(near.left) and SPENDING.match(near.right))),
        ("opened", bool(OPENED.match(near.right))),
        ("team", bool(TEAM.match(near.right))),
    )
