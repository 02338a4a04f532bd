"""How the tables say the model's codes in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kg.model import Confidence, ExtentKind, Level, OrganisationKind, PlaceStatus, PracticeKind, Stage, TenureStatus

LEVELS_ZH: Mapping[Level, str] = MappingProxyType(
    {
        "province": "省级",
        "prefecture": "地级",
        "county": "县级",
        "township": "乡级",
        "village": "村和社区",
        "zone": "开发区",
        "compound": "小区和自然村",
    }
)
STATUS_ZH: Mapping[PlaceStatus, str] = MappingProxyType({"settled": "已认定", "open": "待定", "new": "名录外"})
STAGES_ZH: Mapping[Stage, str] = MappingProxyType({"done": "已做", "under-way": "在做", "planned": "拟做"})
CONFIDENCES_ZH: Mapping[Confidence | None, str] = MappingProxyType(
    {"high": "大", "medium": "一般", "low": "小", None: ""}
)
EXTENTS_ZH: Mapping[ExtentKind, str] = MappingProxyType({"pilot": "试点", "rolled-out": "推开"})
TENURES_ZH: Mapping[TenureStatus, str] = MappingProxyType({"current": "报道时", "then": "时任", "former": "曾任"})
PRACTICES_ZH: Mapping[PracticeKind, str] = MappingProxyType(
    {
        "brand": "品牌",
        "method": "工作法",
        "model": "模式",
        "mechanism": "机制",
        "project": "项目",
        "campaign": "行动",
        "platform": "平台",
        "station": "站点",
        "team": "队伍",
        "activity": "活动",
    }
)
ORGANISATIONS_ZH: Mapping[OrganisationKind, str] = MappingProxyType(
    {
        "party": "党组织",
        "government": "政府部门",
        "discipline": "纪检监察",
        "self-governance": "自治组织",
        "company": "企业",
        "social": "社会组织",
        "public": "事业单位",
        "alliance": "联盟",
        "team": "队伍",
    }
)
