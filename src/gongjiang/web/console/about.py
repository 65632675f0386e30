"""What each command is for, in both languages."""

from gongjiang.law.words import Words

ABOUT = {
    "schemes": Words("列出全部事项", "list every scheme"),
    "plan": Words(
        "逐条核对引文和数字与正式文本",
        "check every citation and figure against the official text",
    ),
    "decide": Words("判定一人或一批人的情形", "decide one person's case, or a list of them"),
    "draw": Words("重放一次专家抽取", "replay a draw of experts"),
    "import": Words(
        "导入推荐表、补贴花名册、登记簿和竞赛成绩",
        "import nominations, rosters of claims, registers and contest results",
    ),
    "verify": Words("核验证书或其电子凭证", "check a certificate or its credential"),
    "issuer": Words("证书和凭证的签名密钥", "the keys of certificates and credentials"),
    "round": Words("批次的过程报告", "the report of a round"),
    "demo": Words("建立并运行演示城市（人员均为虚构）", "set up and serve a made-up city"),
    "serve": Words("运行本系统", "serve the house"),
    "test-data": Words("向空数据库填入虚构办件", "fill an empty database with made-up cases"),
    "messages": Words("编译译文", "compile translations"),
    "journal": Words(
        "存证记录：验证、签名、导出给验证人、交出首部",
        "the record: verify it, sign its head, export it for verifiers, hand its head out",
    ),
    "ledger": Words("重算每笔资金变动并核对账目", "fold every transfer anew and check the books"),
    "docs": Words("重绘由代码生成的文档", "draw the pages that are read off the code"),
    "account": Words("建立账号，密码只显示一次", "make an account; the password is shown once"),
    "work": Words("办理后台等待的事项", "take in what waits in the background"),
    "backup": Words(
        "加密备份到空目录并当场验证",
        "copy the house into an empty folder, encrypted, and check the copy",
    ),
    "restore": Words("验证后恢复备份", "put a backup in place, verified"),
    "keys": Words(
        "字段密钥及盲索引密钥的轮换",
        "change the keys of sealed fields, and with --index those of the blind index",
    ),
    "sbom": Words("运行时软件成分清单", "the packages that run here"),
    "licences": Words("运行时软件的许可", "their licences"),
    "retention": Words(
        "到期个人信息：一人提请，另一人清除",
        "personal data that was kept long enough: one person asks, another erases",
    ),
    "scan": Words(
        "找出各事项应享未享的人及须由人认定的人",
        "list everyone entitled under any scheme, and those a person must decide on",
    ),
    "simulate": Words(
        "测算调整后的受益人数和金额，与现行并列",
        "who would benefit from a change and what it would cost, beside today",
    ),
    "synth": Words(
        "生成虚构的登记库（Parquet）",
        "make up a register of people who do not exist, as Parquet",
    ),
    "manage": Words("Django 管理命令", "Django's own commands"),
}
