"""Constructions in which reports name practices: sentences of other places that must, and must not, give one."""

from __future__ import annotations

import pytest
from named_practices import names

from kg.pipeline import facts_of_text

FRAMED = [
    ("铜陵市义安区以“红色领航”行动为牵引，推动干部下沉。", {"红色领航"}),
    ("大同市云冈区把“晋善先锋”工程作为推动基层治理的有效抓手，选派干部驻村。", {"晋善先锋"}),
    ("固原市彭阳县以“双争”为着眼点，开展评比。", {"双争"}),
    ("玉溪市江川区将“巡湖人家”品牌作为重要载体，动员群众护湖。", {"巡湖人家"}),
    ("宝鸡市凤翔区把“要我干”变为“我要干”，干部精神面貌一新。", set()),
    ("黄石市铁山区以“绣花功夫”为抓手，精细管理背街小巷。", set()),
    ("德州市乐陵市把“群众满意”作为落脚点，办实事。", set()),
    ("白山市抚松县把“问题清单”变成“履职清单”，狠抓整改。", set()),
]


@pytest.mark.parametrize(("body", "expected"), FRAMED, ids=[body[:8] for body, _ in FRAMED])
def test_a_thing_taken_as_the_handle_of_work_is_a_practice(body: str, expected: set[str]) -> None:
    assert names(body) == expected


WAYS = [
    ("蚌埠市五河县通过“线上宣传、入户走访、集中宣讲”的方式，宣传政策。", {"线上宣传、入户走访、集中宣讲"}),
    ("阿坝州茂县形成“发现—上报—处置—反馈”的工作闭环。", {"发现—上报—处置—反馈"}),
    ("安顺市普定县按照“六有”标准建设村级活动场所。", {"六有"}),
    ("榆林市绥德县推进“清廉机关”建设，开展“廉心”评议。", {"清廉机关", "廉心"}),
    ("临沧市双江县推动“线上+线下”服务闭环。", set()),
    ("曲靖市沾益区推进“数字中国”建设，落实“平安中国”建设任务。", set()),
    ("漳平市打造“小事不出村、大事不出镇、矛盾不上交”治理格局。", set()),
    ("台州市黄岩区按照“缺什么、补什么”的原则，按照“谁主管、谁负责”的要求压实责任。", set()),
    ("吉安市吉水县推进“两新”组织建设，加强“三农”工作队伍建设。", set()),
]


@pytest.mark.parametrize(("body", "expected"), WAYS, ids=[body[:8] for body, _ in WAYS])
def test_quoted_ways_chains_and_standards_are_practices_and_slogans_are_none(body: str, expected: set[str]) -> None:
    assert names(body) == expected


COUNTED_UP = [
    ("淮南市寿县推行“收集账、交办账、销号账”“三本账”工作法。", {"三本账"}),
    ("南平市浦城县建立“网格长+民警+村医”的“1+1+N”模式。", {"1+1+N"}),
    ("河池市宜州区实行“支部领办、能人带办”“双办”机制。", {"双办"}),
    ("凉山州会理市打造“石榴红”“三色管家”服务品牌。", {"石榴红", "三色管家"}),
    ("广元市昭化区推行“敲门问、入户帮”“四事工作法”。", {"敲门问、入户帮", "四事工作法"}),
]


@pytest.mark.parametrize(("body", "expected"), COUNTED_UP, ids=[body[:8] for body, _ in COUNTED_UP])
def test_a_list_that_a_number_name_counts_up_is_another_name_of_it(body: str, expected: set[str]) -> None:
    assert names(body) == expected


def test_the_list_that_is_counted_up_is_kept_as_an_alias() -> None:
    (practice,) = (p for f in facts_of_text(f"基层治理工作见闻\n{COUNTED_UP[0][0]}") for p in f.practices)
    assert "收集账、交办账、销号账" in practice.aliases


BUILT = [
    ("延安市宝塔区设立信访工作联络站8个。", {"信访工作联络站"}),
    ("盐城市亭湖区依托区社会救助管理系统，精准帮扶。", {"社会救助管理系统"}),
    ("呼伦贝尔市根河市依托林区社会治理服务中心，一站受理。", {"林区社会治理服务中心"}),
    ("本溪市南芬区以建强县级社会治理中心为支撑，统一调度。", {"县级社会治理中心"}),
    ("绵阳市北川县以创新开展清河护岸行动为载体，整治河道。", {"清河护岸行动"}),
    ("三亚市天涯区打造沟通交流平台，搭建议事协商平台。", set()),
    ("池州市青阳县建立便民服务站、社区服务站。", set()),
    ("牡丹江市西安区通过视频监控系统发现隐患。", set()),
    ("辽源市东丰县新建农家书屋、健身广场、污水处理系统。", set()),
    ("三明市建宁县建成物业管理中心，设立行政服务中心。", set()),
    ("忻州市代县整合网格中心、矛盾纠纷化解中心等资源。", set()),
    ("阜新市彰武县在路口设立农村交通劝导站，实行党员固定活动日。", {"农村交通劝导站", "党员固定活动日"}),
    ("汕尾市陆河县开展千名农匠大培训，打响秸秆禁烧百日会战。", {"千名农匠大培训", "秸秆禁烧百日会战"}),
    ("博尔塔拉州温泉县成立首家牧民积分超市，扎实推进基层组织建设提升年。", {"牧民积分超市", "基层组织建设提升年"}),
    ("玉林市陆川县建立溺水预警机制、流动警务机制。", {"溺水预警机制", "流动警务机制"}),
    ("抚顺市清原县建立精准扶贫机制、激励机制、新型监管机制。", set()),
]


@pytest.mark.parametrize(("body", "expected"), BUILT, ids=[body[:8] for body, _ in BUILT])
def test_platforms_and_stations_named_by_their_work_are_practices(body: str, expected: set[str]) -> None:
    assert names(body) == expected


COUNTS_INSIDE = [
    ("阿勒泰地区富蕴县组建5个党小组及6支草原巡护服务队。", {"草原巡护服务队"}),
    ("黔南州瓮安县新建800平方米邻里书香驿站。", {"邻里书香驿站"}),
    ("果洛州玛沁县成立果洛州首家牧民说事点。", {"牧民说事点"}),
    ("庆阳市环县由40名队员组成20支宣讲队。", set()),
    ("吐鲁番市托克逊县为兵地共建提供制度保障。", set()),
    ("海东市化隆县用好青稞研究院、枸杞试验站等乡土人才实训基地。", set()),
    ("防城港市东兴市开展“国门红”晚会及边民文化联欢活动。", {"边民文化联欢活动"}),
    ("铜川市耀州区依托村级清风监督站开展检查。", {"村级清风监督站"}),
    ("石嘴山市惠农区组建镇村志愿服务队。", set()),
]


@pytest.mark.parametrize(("body", "expected"), COUNTS_INSIDE, ids=[body[:8] for body, _ in COUNTS_INSIDE])
def test_a_count_or_a_list_before_a_name_is_no_part_of_it(body: str, expected: set[str]) -> None:
    assert names(body) == expected


QUOTED_BORDERS = [
    ("攀枝花市仁和区探索“候鸟”旅居老人互助服务新模式。", {"“候鸟”旅居老人互助服务新模式"}),
    ("走进平凉市崆峒区的“石榴花”长者食堂，饭菜飘香。", {"石榴花"}),
    ("九江市武宁县通过镇（街道）与村（社区）“双包联”机制，解决难题。", {"双包联"}),
    ("松原市乾安县通过党组织“双联双促”，帮助农户。", {"双联双促"}),
    ("乌海市海南区社区内设“红色书吧”“老兵茶座”等功能区。", set()),
    ("眉山市仁寿县开展了一次“护河清滩”行动。", set()),
    ("万宁市后安镇举办了一场“廉洁润万家”主题晚会活动。", set()),
    ("宿州市泗县调动干部“争先”热情，开展支书“晒绩”大比武。", set()),
]


@pytest.mark.parametrize(("body", "expected"), QUOTED_BORDERS, ids=[body[:8] for body, _ in QUOTED_BORDERS])
def test_what_stands_around_quotes_settles_name_and_practice(body: str, expected: set[str]) -> None:
    assert names(body) == expected


MANNERS = [
    ("张家口市蔚县以“送教上门”方式，开展技能培训。", {"送教上门"}),
    ("丽江市永胜县以“普查摸底+分级交办”组合拳，筑牢安全防线。", {"普查摸底+分级交办"}),
    ("包头市固阳县把“炕头评理会”作为化解邻里积怨、凝聚人心的有效途径。", {"炕头评理会"}),
    ("咸阳市三原县推进“党课进工棚”。", {"党课进工棚"}),
    ("鹰潭市余江区以“唠家常”方式宣讲，以“走出去、请进来”的方式学习。", set()),
    ("贵港市桂平市的球队以“快速反击”方式连进两球，小店以“文火慢炖”方式煮汤。", set()),
    ("通化市辉南县对“关注户”采取上门走访方式。", set()),
    ("鄂州市华容区把“群众满意”作为检验工作的根本标准。", set()),
    ("亳州市涡阳县先后荣获市级“卫生村”、省级“双优支部”、“三星示范村”等荣誉称号。", set()),
    ("永宁县望远镇文明实践站积极发动志愿者参与助餐点的运营。", set()),
    ("荔浦市马岭镇注册成立了“荔浦市金桃果蔬专业合作社”。", set()),
    ("玉树市开展“双优支部”评比，被授予省级“先锋堡垒”“民族团结进步村”等称号。", {"双优支部"}),
]


@pytest.mark.parametrize(("body", "expected"), MANNERS, ids=[body[:8] for body, _ in MANNERS])
def test_ways_of_working_are_practices_and_honours_and_classes_are_none(body: str, expected: set[str]) -> None:
    assert names(body) == expected


RULED = [
    (
        "梧州市出台《梧州市社区骨干培育三年行动计划》《梧州市社区社团能力提升行动方案》。",
        {"社区骨干培育三年行动计划", "社区社团能力提升行动"},
    ),
    ("漯河市临颍县印发《护林联防提升行动实施方案（试行）》，推动落实。", {"护林联防提升行动"}),
    ("自去年平安护航行动开展以来，钦州市浦北县发案下降。", {"平安护航行动"}),
    ("遂宁市首个产业工人驿站在船山区正式启用。", {"产业工人驿站"}),
    ("钦州市浦北县把每月15日定为支部说事日，把10月1日定为开业日。", {"支部说事日"}),
    ("赣州市信丰县落实《国家乡村振兴促进行动方案》，贯彻《健康中国行动计划》。", set()),
    ("六安市舒城县印发《社区工作者管理办法》《乡村建设行动方案》。", set()),
    ("自项目实施以来，效果明显。自改革开放以来，变化很大。", set()),
    ("抚州市临川区首家新华书店开业，首条高速公路建成。", set()),
]


@pytest.mark.parametrize(("body", "expected"), RULED, ids=[body[:8] for body, _ in RULED])
def test_plans_in_titles_days_and_things_newly_opened_are_practices(body: str, expected: set[str]) -> None:
    assert names(body) == expected


COUNTED_LISTS = [
    ("吴忠市同心县建成红色先锋、蓝色春蕾、橙色暖心三大驿站。", {"红色先锋、蓝色春蕾、橙色暖心三大驿站"}),
    ("张家口市怀安县开展道路整治、河道清淤等五大行动。", {"道路整治、河道清淤等五大行动"}),
    ("楚雄州姚安县落实首问负责制、责任追究制两项制度。", {"首问负责制", "责任追究制"}),
    ("铜仁市思南县开展五大行动，治理水平提升。", set()),
    ("本溪市桓仁县开展理论宣讲等8类3万余场活动。", set()),
]


@pytest.mark.parametrize(("body", "expected"), COUNTED_LISTS, ids=[body[:8] for body, _ in COUNTED_LISTS])
def test_a_count_in_front_of_a_head_takes_in_the_items_it_counts(body: str, expected: set[str]) -> None:
    assert names(body) == expected


NO_NAMES = [
    ("三明市泰宁县推动参与率、好评率和纠纷数“两升一降”。", set()),
    ("铁岭市昌图县的企业实施“年产6000吨鲜食玉米”项目。", set()),
    ("黔南州惠水县与公司建起“绿壳蛋鸡”养殖场。", set()),
    ("菏泽市单县居民说，“村口能有盏路灯”已成为大家的期盼。", set()),
    ("百色市平果市坚持一体化保护和系统治理。", set()),
    ("绥化市望奎县建立“线上+线下”民情收集机制。", {"民情收集机制"}),
    ("阳泉市平定县构建“县－乡－村－网格－户”五级治理体系。", {"县－乡－村－网格－户"}),
    ("亳州市利辛县党建有新招\n“1+4+N”工作体系\n各村建起驿站，干部进网格。", {"1+4+N"}),
]


@pytest.mark.parametrize(("body", "expected"), NO_NAMES, ids=[body[:8] for body, _ in NO_NAMES])
def test_results_products_and_adverbs_in_quotes_are_no_names(body: str, expected: set[str]) -> None:
    assert names(body) == expected


GENERIC = [
    ("渭南市华州区搭建议事协商平台，畅通诉求渠道。", set()),
    ("漯河市舞阳县探索粮食规模种植新模式。", set()),
    ("龙岩市上杭县做法形成了邻长制、敲门日等可复制机制。", {"邻长制"}),
    ("崇左市宁明县整合各类资金、创新服务模式，破解难题。", set()),
    ("渝北区某社区开展中秋共餐活动。", set()),
    ("德阳市中江县社区干部和物业负责人实行双向进入、交叉任职。", set()),
    ("天水市秦安县推行未诉先办，群众满意度上升。", {"未诉先办"}),
    ("天水市秦安县的未诉先办得到群众认可。", set()),
    ("衢州市开化县开展婚俗改革试点，倡导新风。", {"婚俗改革试点"}),
    ("延边州敦化市搭建市、乡镇（街道）、村（社区）三级林长巡护系统。", {"林长巡护系统"}),
]


@pytest.mark.parametrize(("body", "expected"), GENERIC, ids=[body[:8] for body, _ in GENERIC])
def test_unquoted_words_that_fit_any_place_are_no_name(body: str, expected: set[str]) -> None:
    assert names(body) == expected


SHARED_HEADS = [
    ("吴忠市同心县完善“三张清单”、联席会商和定期通报等制度。", {"三张清单"}),
    ("六盘水市水城区推行“三变三联”工作法和“邻里圆桌”、村务夜谈等做法。", {"三变三联", "邻里圆桌"}),
    ("南阳市西峡县结合“送法下乡”与普法宣传等活动，提高群众法律意识。", {"送法下乡"}),
]


@pytest.mark.parametrize(("body", "expected"), SHARED_HEADS, ids=[body[:8] for body, _ in SHARED_HEADS])
def test_the_head_word_that_closes_a_list_counts_for_the_quoted_member(body: str, expected: set[str]) -> None:
    assert names(body) == expected


NOT_A_NAME = [
    ("凤台县成立专班，开展“空巢老人”结伴陪护服务。", set()),
    ("凤台县开展“最美老人”评选活动。", {"最美老人"}),
    ("凤台县召开议事会，把“停车问题”纳入“板凳议事”机制。", {"板凳议事"}),
    ("凤台县推行“干部解难题”机制。", {"干部解难题"}),
    ("凤台县采用“方言”“唠家常”的方式宣讲政策。", set()),
    ("凤台县采取“楼院街”联动等方式监督。", {"楼院街"}),
    ("凤台县形成“横向联动、纵向贯通”的防控体系。", set()),
    ("凤台县形成“纵向三级包保、横向部门入格”的防控体系。", {"纵向三级包保、横向部门入格"}),
    ("凤台县基于“守望相助”“远亲近邻”的传统“邻”文化的“邻悦”工作法由此诞生。", {"邻悦"}),
    ("凤台县打造具有水乡特色的乡村治理系统工程。", set()),
]


@pytest.mark.parametrize(("body", "expected"), NOT_A_NAME, ids=[body[:14] for body, _ in NOT_A_NAME])
def test_people_troubles_talk_and_stock_sayings_in_quotes_are_no_names(body: str, expected: set[str]) -> None:
    assert names(body) == expected


EXCUSED = [
    (
        "凤台县织密网络。一是“一村一联络员”，当好信息员；二是“一格一顾问”，当好参谋。",
        {"一村一联络员", "一格一顾问"},
    ),
    ("凤台县查找不足。一是“最后一公里”没有打通；二是“老大难”没有解决。", set()),
    ("凤台县形成“支部领、党员带、居民跟”党建引领老街治理格局。", {"支部领、党员带、居民跟"}),
    ("凤台县形成“党员沉到一线、居民议在院里”的治理格局。", {"党员沉到一线、居民议在院里"}),
    ("凤台县形成“乡村变美了、日子变甜了”的治理格局。", set()),
    ("凤台县构建“党委领导、政府负责、社会协同、公众参与”的治理格局。", set()),
    ("凤台县推动“四比两看”竞赛。", {"四比两看"}),
    ("凤台县推动“厨艺”比赛。", set()),
    ("凤台县建好台账，一是工作台账，二是党员“一对一”工作台账。", set()),
    ("凤台县倡导村民“六不”“五净”，村里变了样。", {"六不", "五净"}),
    ("凤台县落实“双碳”“双减”任务。", set()),
]


@pytest.mark.parametrize(("body", "expected"), EXCUSED, ids=[body[:20] for body, _ in EXCUSED])
def test_items_of_a_list_and_chains_of_actors_are_practices(body: str, expected: set[str]) -> None:
    assert names(body) == expected


NEW_HEADS = [
    ("凤台县线上开通邻里矛盾排查小程序。", {"邻里矛盾排查小程序"}),
    ("凤台县开发微信小程序，方便群众。", set()),
    ("凤台县组建古城义警队伍，夜间巡逻。", {"古城义警队伍"}),
    ("凤台县组建义警队伍，夜间巡逻。", set()),
    ("凤台县设立村级微型调解庭。", {"村级微型调解庭"}),
    ("凤台县办起“说理堂”，请老支书调解。", {"说理堂"}),
    ("凤台县建成食堂两座，新修学堂一所。", set()),
]


@pytest.mark.parametrize(("body", "expected"), NEW_HEADS, ids=[body[:14] for body, _ in NEW_HEADS])
def test_small_programs_courts_and_civil_guards_are_practices(body: str, expected: set[str]) -> None:
    assert names(body) == expected


NO_PLACE_RUNS = [
    ("衡南县通过“四不两直”走访各村，推行“湘里说事”制度。", {"湘里说事"}),
    ("衡南县把自来水入户作为“一号工程”。", set()),
    ("衡南县把“自治”“法治”“德治”融入村务，推行“湘里说事”制度。", {"湘里说事"}),
    ("衡南县形成“急事不出船、难事不出港”的治理新模式。", set()),
    ("衡南县通过赋予退休教师“矛盾调解员”“家风宣讲员”“环境督导员”身份。", set()),
    ("衡南县制定“敬业奉公”“睦邻友善”“洁净庭院”等6个大项的评分细则。", set()),
    ("村民把劳动所得存进“银行”，村里开办了“笑脸银行”。", {"笑脸银行"}),
    ("驻村干部担任“楼栋管家”，帮住户跑腿。", set()),
    ("衡南县以“小微权力”为重点开展检查。", set()),
    ("衡南县举办“湘里新风”现场会。", set()),
    ("市里组织的“走进湘江人家”主题活动采风团来到衡南县。", set()),
    ("衡南县奖励志愿者，探索提供“物质奖励”。", set()),
    ("衡南县推行“五位一体”治理体系，化解停车之争。", {"五位一体"}),
]


@pytest.mark.parametrize(("body", "expected"), NO_PLACE_RUNS, ids=[body[:18] for body, _ in NO_PLACE_RUNS])
def test_stock_words_of_policy_roles_and_items_of_a_score_are_no_names(body: str, expected: set[str]) -> None:
    assert names(body) == expected


OWNED = [
    ("衡南县居民组织的“渔嫂夜谈”和“船家联席会”，大家都爱来。", {"渔嫂夜谈", "船家联席会"}),
    ("衡南县有“小海螺课堂”，放学后开门。", {"小海螺课堂"}),
    ("在衡南县，“六善船规”培育新风。", {"六善船规"}),
    ("衡南县利用“平安渔港同盟”，轮流值夜。", {"平安渔港同盟"}),
    ("衡南县增设“渔港直通车”，一周两班。", {"渔港直通车"}),
    ("衡南县没有“小海螺课堂”。", set()),
    ("“学堂”第一讲在衡南县开讲。", set()),
    ("衡南县以“大渔港”思维打破条块。", set()),
    ("现场为“书香渔家”“和美渔家”代表颁奖并为“渔嫂”志愿服务队授旗。", {"渔嫂"}),
    ("入冬以来，衡南县的渔排会一直没断。", {"渔排会"}),
    ("衡南县构建“全天候、立体化、零距离”服务体系。", set()),
    ("衡南县打造了从“各自捕捞”到“船队共建”的社区教育场景。", set()),
    ("衡南县丰富“老有所乐”板块。", set()),
    ("衡南县采取“船员+岸员”双轮驱动。", set()),
    ("衡南县渔民用上互助平台“船讯达”，出海先报到。", {"船讯达"}),
]


@pytest.mark.parametrize(("body", "expected"), OWNED, ids=[body[:16] for body, _ in OWNED])
def test_things_that_people_have_are_practices_where_the_name_says_what_they_are(body: str, expected: set[str]) -> None:
    assert names(body) == expected


EACH_ONE = [
    ("海西州都兰县按照“一村一名警官”的原则，选派民警驻村。", {"一村一名警官"}),
    ("日喀则市拉孜县坚持“一村一节庆，一村一风味”的要求，建好院落。", {"一村一节庆，一村一风味"}),
    ("莆田市仙游县的“法润山乡”巡回法庭进村，“移风易俗树新风”巡回宣讲开讲。", {"法润山乡", "移风易俗树新风"}),
    ("白银市靖远县完成“一户一表”改造。", set()),
]


@pytest.mark.parametrize(("body", "expected"), EACH_ONE, ids=[body[:8] for body, _ in EACH_ONE])
def test_one_for_each_is_a_way_of_working_whatever_stands_around_it(body: str, expected: set[str]) -> None:
    assert names(body) == expected
