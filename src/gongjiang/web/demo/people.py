"""Made-up people and units. Identity numbers bear the unassigned region 420199: nobody real can have one."""

from datetime import date
from random import Random

from gongjiang.law.credit_code import check_sign as credit_sign
from gongjiang.law.identity import check_sign as id_sign

SURNAMES = "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = "伟强军勇刚建国明华志平海波涛斌鹏飞宇轩浩然晨光辉永兴德胜利民文武天成大江山松柏林春生卫东红英梅兰芳玉珍秀云凤霞丽娟静雅思远"
TRADES = ("重工", "汽车", "钢铁", "石化", "航空", "芯片", "船舶", "电力", "建筑", "纺织", "光电", "轨道")
SECTORS = (
    "装备制造",
    "汽车及零部件",
    "钢铁",
    "石化",
    "航空航天",
    "芯片",
    "交通运输",
    "建筑",
    "纺织",
    "商业服务",
)
REGION = "420199"


def name(dice: Random) -> str:
    return dice.choice(SURNAMES) + "".join(dice.choice(GIVEN) for _ in range(dice.choice((1, 2, 2))))


def id_number(born: date, serial: int) -> str:
    """A number with a right check sign. `serial` 0 to 999; its parity is the sex."""
    body = f"{REGION}{born:%Y%m%d}{serial:03d}"
    return body + id_sign(body)


def credit_code(serial: int) -> str:
    body = f"91420100MA4K{serial:05d}"
    return body + credit_sign(body)


def certificate_number(serial: int, year: int, grade: int = 1) -> str:
    return f"Y0001420000{serial % 100:02d}{year % 100:02d}{grade}{serial:06d}"


def born(dice: Random, youngest: int, oldest: int) -> date:
    return date(dice.randint(oldest, youngest), dice.randint(1, 12), dice.randint(1, 28))


def unit_name(dice: Random, serial: int) -> str:
    tail = dice.choice(("有限公司", "股份有限公司", "集团有限公司"))
    return f"江城示例{serial:02d}{dice.choice(TRADES)}{tail}"
