"""What a new Wuhan installation starts with: nominating bodies, the dictionary of honours,
occupation groups.
"""

from gongjiang.law.clause import Body, Group, HonourEntry, Registers
from gongjiang.law.terms import HonourLevel as L
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.terms import TITLES


def body(code: str, zh: str, en: str, kind: str, *aliases: str) -> Body:
    return Body(code, Words(zh, en), kind, aliases)


def honour(zh: str, en: str, level: L, *aliases: str) -> HonourEntry:
    return HonourEntry(Words(zh, en), level, aliases)


def group(code: str, zh: str, en: str, *occupations: str) -> Group:
    return Group(code, Words(zh, en), occupations)


# fmt: off
BODIES = (
    body("420102", "江岸区", "Jiang'an District", "district"),
    body("420103", "江汉区", "Jianghan District", "district"),
    body("420104", "硚口区", "Qiaokou District", "district", "桥口区"),
    body("420105", "汉阳区", "Hanyang District", "district"),
    body("420106", "武昌区", "Wuchang District", "district"),
    body("420107", "青山区", "Qingshan District", "district"),
    body("420111", "洪山区", "Hongshan District", "district"),
    body("420112", "东西湖区", "Dongxihu District", "district"),
    body("420113", "汉南区", "Hannan District", "district"),
    body("420114", "蔡甸区", "Caidian District", "district"),
    body("420115", "江夏区", "Jiangxia District", "district"),
    body("420116", "黄陂区", "Huangpi District", "district"),
    body("420117", "新洲区", "Xinzhou District", "district"),
    body("Z01", "武汉经开区", "Wuhan Economic Development Zone", "zone", "沌口", "经开区", "武汉经济技术开发区", "武汉开发区"),
    body("Z02", "东湖高新区", "East Lake High-tech Zone", "zone", "光谷", "东湖新技术开发区", "高新区", "东湖开发区"),
    body("Z03", "临空港经开区", "Airport Economic Development Zone", "zone", "武汉临空港经济技术开发区", "吴家山经开区"),
    body("D01", "市国资委", "State-owned Assets Commission", "department"),
    body("D02", "市经济和信息化委", "Economy and Information Technology Commission", "department", "市经济和信息委", "市经信委", "市经信局"),
    body("D03", "市教育局", "Education Bureau", "department"),
    body("D04", "市城建局", "Urban Construction Bureau", "department", "市城乡建设局"),
    body("D05", "市交通运输局", "Transport Bureau", "department"),
    body("D06", "市商务局", "Commerce Bureau", "department"),
    body("D07", "市总工会", "Federation of Trade Unions", "department"),
    body("I01", "市机械行业协会", "Machinery Industry Association", "industry"),
    body("I02", "市烹饪行业协会", "Culinary Industry Association", "industry"),
)

HONOURS = (
    honour("中华技能大奖", "China Skills Grand Prize", L.NATION),
    honour("全国技术能手", "National Technical Expert", L.NATION),
    honour("湖北工匠", "Hubei Craftsman", L.PROVINCE),
    honour("荆楚工匠", "Jingchu Craftsman", L.PROVINCE),
    honour("湖北省技能大师", "Hubei Skill Master", L.PROVINCE, "省技能大师"),
    honour("湖北省技术能手", "Hubei Technical Expert", L.PROVINCE, "省技术能手"),
    honour("湖北省首席技师", "Hubei Chief Technician", L.PROVINCE, "省首席技师"),
    honour("武汉工匠", "Wuhan Craftsman", L.CITY),
    honour("武汉市首席技师", "Wuhan Chief Technician", L.CITY, "市首席技师"),
    honour("武汉市技能大师", "Wuhan Skill Master", L.CITY, "市技能大师", "武汉技能大师"),
    honour("武汉市技术能手", "Wuhan Technical Expert", L.CITY, "市技术能手", "武汉技术能手"),
    honour("区技术能手", "District Technical Expert", L.DISTRICT, *(f"{b.said.zh}技术能手" for b in BODIES if b.kind == "district")),
    honour("企业首席技师", "Employer's Chief Technician", L.EMPLOYER),
    honour("企业技能专家", "Employer's Skill Specialist", L.EMPLOYER),
    honour("企业技术能手", "Employer's Technical Expert", L.EMPLOYER),
)

GROUPS = (
    group("machining", "机械加工", "Machining", "车工", "铣工", "钳工", "数控车工", "模具工", "磨工", "镗工", "数控铣工"),
    group("welding", "焊接冶金", "Welding and metallurgy", "焊工", "轧钢工", "炼钢工", "铸造工", "锻造工"),
    group("electrical", "电气电子", "Electrical and electronic", "电工", "电力电缆安装运维工", "芯片装架工", "电子设备装接工"),
    group("transport", "交通装备", "Vehicles and lifting", "汽车维修工", "飞机装配工", "起重装卸机械操作工", "汽车装调工"),
    group("process", "化工建筑服务", "Chemicals, building and services", "化工总控工", "砌筑工", "中式烹调师", "美发师"),
)
# fmt: on

REGISTERS = Registers(BODIES, HONOURS, GROUPS, TITLES)
