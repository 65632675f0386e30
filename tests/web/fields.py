"""What each answer is made of, for whom: by the address and what stands behind it, then by who is told so.

`*` are all who may open it. Headings of sections, columns and terms; keys of JSON; headings of sheets;
and with a question mark the fields that may be filled in and the buttons. A field that is added needs its
place here, with who may see it. In words of chance and figures a number is `#`.
"""

FIELDS: dict[str, dict[str, str]] = {
    "portal:home": {"*": "正在受理|正在公示|名单|公示期|数量|剩余|公开核验"},
    "portal:schemes": {"*": "“武汉工匠”培育计划"},
    "portal:scheme reward": {"*": "怎样申报|谁可以领取|怎样办理|条件|给予|程序|责任单位"},
    "portal:entitled": {
        "*": (
            "我的情况|?employer_in_city|?skill_level|?front_line|?team_size|?times_paid|?front_line_since|"
            "?unit_head|?title|?occupation|?hours|?own_work|?beneficiary|?kind|?age|?jobless|"
            "?professional_title|?certificate_number|?claimant|?channel|?level|?issued_on|?obtained_by|"
            "?insured_months|?status|?shortage_occupation|?honours|?titles_held|?contest_results-contest|"
            "?contest_results-klass|?contest_results-medal|?contest_results-rank|"
            "?contest_results-recommended_by"
        ),
    },
    "portal:notices": {"*": "名单|公示期|状态"},
    "portal:notice notice": {"*": "姓名|单位|职业（工种）|等级|主要荣誉|异议|怎样提出异议"},
    "portal:object notice entry": {"*": "?kind|?text|?who"},
    "portal:versions notice entry": {"*": "第 # 版 现行|发布时间|单位|职业（工种）|等级|主要荣誉|公示截止"},
    "portal:received objection": {"*": ""},
    "portal:roster": {"*": ""},
    "portal:craftsman craftsman": {"*": "授予日期|证书编号|主要荣誉"},
    "portal:stories": {"*": ""},
    "portal:contests": {"*": "竞赛|类别|主办单位|举办日期|已发布成绩"},
    "portal:contest edition": {"*": "赛项|姓名|单位|名次|奖牌"},
    "portal:sessions": {"*": "?kind|?q|日期|名称|服务|举办单位|地点|余位"},
    "portal:figures": {"*": "单位 #∶# 配套|继续教育规划备案 #|薪酬激励备案 #|福利保障备案 #"},
    "portal:draws": {"*": "批次|候选池摘要|承诺时间|公开值来源|记录"},
    "portal:replay": {"*": "text/x-python; charset=utf-8"},
    "portal:verify": {"*": "?number"},
    "portal:verified number": {"*": "?number|证书编号|姓名|颁发日期|称号"},
    "portal:healthz": {"*": "text/plain; charset=utf-8"},
    "api_docs": {"*": "约定|令牌与范围|办理|全部操作|方法|地址|范围|用途|read:cases|act:cases|read:money"},
    "api:schemes": {"*": "slug|said|said.zh|said.en|clause"},
    "api:scheme craftsman-selection": {
        "*": (
            "slug|said|said.zh|said.en|clause|conditions|conditions.clause|conditions.said|conditions.said.zh|"
            "conditions.said.en|conditions.assumed|conditions.assumed.zh|conditions.assumed.en|grants|"
            "grants.zh|grants.en|steps|steps.name|steps.said|steps.said.zh|steps.said.en|steps.by|facts|"
            "facts.name|facts.said|facts.said.zh|facts.said.en|facts.kind|facts.values|documents|"
            "documents.name|documents.said|documents.said.zh|documents.said.en|documents.kind|"
            "documents.values"
        ),
    },
    "api:rounds": {"*": "ref|code|scheme|title|title.zh|title.en|opens_on|closes_on|places|ended_on"},
    "api:notices": {
        "*": (
            "items|items.ref|items.scheme|items.title|items.title.zh|items.title.en|items.opens_on|"
            "items.closes_on|items.list_sha#|next"
        ),
    },
    "api:notice notice": {
        "*": (
            "ref|scheme|title|title.zh|title.en|opens_on|closes_on|list_sha#|entries|entries.name|"
            "entries.unit|entries.occupation|entries.level|entries.honours|entries.amount_fen|entries.state|"
            "entries.version|entries.corrected_at"
        ),
    },
    "api:craftsmen": {
        "*": "items|items.ref|items.name|items.unit|items.title|items.certificate|items.conferred_on|next",
    },
    "api:certificate number": {"*": "number|valid|name|issued_on|revoked_on"},
    "desk:todo": {
        (
            "auditadmin auditor employer government inspector3 leader "
            "other-body other-employer security supervisor system"
        ): "",
        "maker reviewer": "等待办理",
        "expert fellow stranger": "评审席位",
        "another nominee": "我的办件",
        "body": "目标、督办和稿件|等待办理",
        "inspector1": "实地考察",
        "officer": "时限|办件|姓名|单位|办理时限|等待办理",
    },
    "desk:cases": {
        (
            "another auditor body employer government "
            "inspector1 leader nominee officer reviewer supervisor"
        ): "?q|?scheme|?round|?state|办件号|姓名|单位|职业（工种）|推荐单位|事项|状态|办理时限",
        (
            "auditadmin expert fellow inspector3 maker "
            "other-body other-employer security stranger system"
        ): "?q|?scheme|?round|?state",
    },
    "desk:export": {"*": "办件号|姓名|单位|职业（工种）|推荐单位|事项|批次|状态|办理时限"},
    "desk:case nominated": {
        "auditor government leader supervisor": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|部门征询|事由|部门|征询|答复|有效至|信函|办理记录|"
            "认定结论|可以办理"
        ),
        "body employer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|?kind|?file|办理记录|认定结论|可以办理"
        ),
        "nominee": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|?kind|?file|信函|办理记录|认定结论|可以办理|"
            "?version|?step|?reason"
        ),
        "officer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|?kind|?file|部门征询|事由|部门|征询|答复|有效至|"
            "?answer|?note|信函|办理记录|认定结论|可以办理|?version|?step|?items|?items-front_line|"
            "?items-front_line_since|?items-unit_head|?items-letter|?items-internal_notice|?items-service|"
            "?items-results|?items-teaching|?rule|?verdict|?reason"
        ),
        "reviewer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|部门征询|事由|部门|征询|答复|有效至|信函|办理记录|"
            "认定结论|可以办理|?version|?step|?reason"
        ),
    },
    "desk:case visited": {
        "auditor government leader supervisor": (
            "实地考察|日期|地点|考察人员|结论|考察分|"
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|部门征询|事由|部门|征询|答复|有效至|办理记录|"
            "认定结论|可以办理"
        ),
        "body": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|推荐|办理时限|材料|文件|状态|?kind|?file|办理记录|认定结论|可以办理"
        ),
        "inspector1": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|办理记录|认定结论|可以办理"
        ),
        "officer": (
            "实地考察|日期|地点|考察人员|结论|考察分|"
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|推荐|办理时限|材料|文件|状态|?kind|?file|部门征询|事由|部门|征询|答复|"
            "有效至|办理记录|认定结论|可以办理"
        ),
        "reviewer": (
            "实地考察|日期|地点|考察人员|结论|考察分|?how|"
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|部门征询|事由|部门|征询|答复|有效至|办理记录|"
            "认定结论|可以办理|?version|?step|?reason"
        ),
    },
    "desk:case certified": {
        "auditor government leader reviewer supervisor": (
            "实地考察|日期|地点|考察人员|结论|考察分|"
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|部门征询|事由|部门|征询|答复|有效至|证书|由此开办|"
            "办理记录|认定结论|可以办理"
        ),
        "body": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|推荐|办理时限|材料|文件|状态|?kind|?file|证书|由此开办|办理记录|"
            "认定结论|可以办理"
        ),
        "inspector1": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|证书|办理记录|认定结论|可以办理"
        ),
        "officer": (
            "实地考察|日期|地点|考察人员|结论|考察分|"
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|推荐|办理时限|材料|文件|状态|?kind|?file|部门征询|事由|部门|征询|答复|"
            "有效至|证书|由此开办|办理记录|认定结论|可以办理"
        ),
    },
    "desk:log logged services": {
        "auditor government leader reviewer supervisor": (
            "已登记的|服务|日期|职业（工种）|服务人次|登记|状态"
        ),
        "officer": (
            "已登记的|服务|日期|职业（工种）|服务人次|登记|状态|?reason|登记一行|?kind|?on|?occupation|"
            "?people|用表格登记多行|?file"
        ),
    },
    "desk:sessions logged": {
        "auditor government leader reviewer supervisor": "已安排|日期|名称|服务|座位|状态",
        "officer": (
            "已安排|日期|名称|服务|座位|状态|安排一场|?kind|?title|?occupation|?place|?on|?starts|?seats"
        ),
    },
    "desk:session session": {
        (
            "another auditadmin auditor body expert fellow government inspector1 inspector3 "
            "leader maker nominee other-body reviewer security stranger supervisor system"
        ): "场次|日期|地点|职业（工种）|举办单位|余位|状态|可以办理",
        "employer other-employer": "场次|日期|地点|职业（工种）|举办单位|余位|状态|可以办理|?people",
        "officer": "场次|日期|地点|职业（工种）|举办单位|余位|状态|预约|签到|可以办理",
    },
    "desk:session_here session code": {"*": ""},
    "desk:session_door session": {"*": "image/svg+xml; charset=utf-8"},
    "desk:awards": {
        "*": (
            "奖项|名称|层级|申报期|名额|登记或更新|?name|?name_en|?level|?giver|?opens_on|?closes_on|?places|"
            "?central_apart|?rules"
        ),
    },
    "desk:award award": {"*": "适合推荐|姓名|单位|证书编号|?certificate|暂不适合|未满足"},
    "desk:pool": {"*": "?q"},
    "desk:person life": {
        "auditor government leader nominee supervisor": "成长历程|下一步",
        "officer reviewer": "成长历程|下一步|身份证号|?reason",
    },
    "desk:disclosures": {
        "auditadmin auditor supervisor": "应急查看|查看记录",
        "officer reviewer": "应急查看|?reason|查看记录",
    },
    "desk:revoke certified": {
        "government": "",
        "officer": "?ground|?document|?on|?reason|?act",
    },
    "desk:certificate certified": {"*": "application/pdf"},
    "desk:credential certified": {"*": "application/vc"},
    "desk:evidence paper": {"*": "application/pdf"},
    "desk:photo photo": {"*": "image/jpeg"},
    "desk:rounds": {"*": "名称|事项|受理|名额（约）"},
    "desk:round_new": {"*": "?scheme|?code|?title|?title_en|?opens|?closes|?places|?fill"},
    "desk:round round": {
        "auditor government leader reviewer supervisor": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|评选办法|技能技艺|业绩贡献|带徒传技|道德品格|"
            "专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|名单|公示与审定"
        ),
        "officer": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|?body|?places|评选办法|技能技艺|业绩贡献|"
            "带徒传技|道德品格|专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|?source|?source_time|"
            "名单|?stage|?fill|公示与审定"
        ),
    },
    "desk:bulk round screen": {"*": "将办理 # 件|不能办理 # 件|办件号|姓名|原因"},
    "desk:bulk round end": {"*": "将办理 # 件|选择|办件号|姓名|单位|推荐单位|?case|?reason|?count"},
    "desk:bulk_scheme reward verify": {"*": "将办理 # 件|不能办理 # 件|办件号|姓名|原因"},
    "desk:file round": {
        "*": (
            "人员与单位|?body|?name|?id_number|?employer|?employer_code|?occupation|申报内容|?front_line|"
            "?front_line_since|?unit_head"
        ),
    },
    "desk:import round": {
        "*": (
            "?file|?map-body|?map-area|?map-name|?map-sex|?map-id_number|?map-birth|?map-employer|"
            "?map-employer_code|?map-occupation|?map-level|?map-certificate|?map-issued|?map-since|"
            "?map-position|?map-honours|?map-contests|?map-phone|?map-remark"
        ),
    },
    "desk:visits inspected": {
        "*": "待安排 # 件|?case|?on|?place|?team|已安排|姓名|单位|日期|考察人员|结论|考察分",
    },
    "desk:resolve public": {"*": "?document|?on|?signer|?meeting|审定名单|?case"},
    "desk:ranking titled final": {"*": "名次|姓名|单位|推荐单位|得分|结果"},
    "desk:bundle titled 1": {
        "*": (
            "format|version|mode|pool|pool.experts|pool.experts.E#|pool.experts.E#.stratum|"
            "pool.experts.E#.org|pool.seats|pool.seats.machining|pool.seats.transport|pool.recused|"
            "pool.alternates|pool.org_cap|pool.context|pool.source|pool.source_time|pool.commitment|"
            "pool_commitment|public|public.source|public.source_time|public.value|one_time_code|chain_step|"
            "tickets|tickets.machining|tickets.machining.E#|tickets.transport|tickets.transport.E#|result|"
            "result.order|result.panel|result.panel.machining|result.panel.transport|result.alternates|"
            "result.alternates.machining|result.alternates.transport|result.short_of_alternates|skips"
        ),
    },
    "desk:report titled": {"*": "评选办法|各环节办理数|专家抽取|名单|公示与异议|审定"},
    "desk:report titled ?format=xlsx": {"*": "阶段|名次|办件号|姓名|单位|得分|入选|理由"},
    "desk:visit visit": {
        "*": (
            "?check-post|?note-post|?check-skill|?note-skill|?check-apprentices|?note-apprentices|?check-unit|"
            "?note-unit|?check-ethics|?note-ethics|?mark|?concerns|?conclusion|现场照片|?file|?caption|签字|?act"
        ),
    },
    "desk:screening": {"*": "比对结果"},
    "desk:deliveries": {"*": "已载入|载入|?kind|?source|?file"},
    "desk:import_template round": {
        "*": (
            "推荐单位|所在区(开发区)|姓名|性别|身份证号|出生年月|工作单位|统一社会信用代码|职业(工种)|技能等级|"
            "证书编号|发证日期|从事一线工作起始时间|现岗位|主要荣誉|竞赛获奖|联系电话|备注"
        ),
    },
    "desk:applying": {
        (
            "another auditadmin auditor expert fellow government inspector1 inspector3 leader maker nominee "
            "reviewer security stranger supervisor system"
        ): "自行申报的事项|现在不能申报的事项",
        "body employer officer other-employer": "正在受理推荐的批次|自行申报的事项|现在不能申报的事项",
        "other-body": "正在受理推荐的批次|自行申报的事项|现在不能申报的事项|?body",
    },
    "desk:apply skill-upgrade-subsidy": {
        "*": "?certificate_number|?claimant|?channel|证书所载|?level|?occupation|?issued_on|?issuer",
    },
    "desk:rosters": {
        "auditor leader reviewer supervisor": "花名册|文件|状态|行数|已受理|金额",
        "employer other-employer": "花名册|报送花名册|?scheme|?file",
        "officer": "花名册|文件|状态|行数|已受理|金额|报送花名册|?scheme|?file",
    },
    "desk:roster_template": {
        "*": (
            "序号|姓名|证件类型|证件号码|单位名称|统一社会信用代码|职业|工种|等级|证书编号|发证日期|发证机构|"
            "补贴标准|金额|申领主体|开户行|账号|联系电话"
        ),
    },
    "desk:roster claims": {
        "auditor leader reviewer supervisor": "须由人认定的行|问题|行|列|说明|办件|办件号|姓名|单位|状态",
        "officer": "整册办理|?count|须由人认定的行|问题|行|列|说明|办件|办件号|姓名|单位|状态",
    },
    "desk:roster_errors claims": {
        "*": (
            "序号|姓名|证件类型|证件号码|单位名称|统一社会信用代码|职业|工种|等级|证书编号|发证日期|发证机构|"
            "补贴标准|金额|申领主体|开户行|账号|联系电话|错误说明"
        ),
    },
    "desk:roster_notice claims": {"*": "序号|姓名|单位|职业（工种）|等级|发证日期|申领主体|金额（元）"},
    "desk:roster_summary claims": {"*": "单位|等级|人数|金额（元）"},
    "desk:contests": {
        "auditor government leader reviewer supervisor": "已登记的竞赛|名称|主办单位|届数",
        "officer": "已登记的竞赛|名称|主办单位|届数|登记竞赛|?name|?organiser",
    },
    "desk:doubts": {"*": ""},
    "desk:contest contest": {
        "auditor government leader reviewer supervisor": "各届|届次|类别|批准文号|报名截止|举办日期|参赛",
        "officer": (
            "各届|届次|类别|批准文号|报名截止|举办日期|参赛|登记一届|?name|?klass|?approving_document|"
            "?entries_close_on|?held_on"
        ),
    },
    "desk:edition edition": {
        "auditor government leader reviewer supervisor": (
            "赛项|每队人数|参赛|参赛与成绩|选手|代表队|选派渠道|成绩|名次|奖牌|状态"
        ),
        "officer": (
            "赛项|每队人数|参赛|排名|?trade|?medals|参赛与成绩|选手|代表队|选派渠道|成绩|名次|奖牌|状态|办理|"
            "?entry|?rank|?medal|?raw|?aspect|?max_mark|?first|?second|?third|?reason|登记报名|?members|?team|"
            "?delegation|?body|?recommended_by|登记赛项|?name|?team_size"
        ),
    },
    "desk:results_import edition": {"*": "?file"},
    "desk:result result": {
        "auditor government leader reviewer supervisor": "成绩|状态|奖牌|选派渠道|经手|所作依据|取消与恢复",
        "officer": "成绩|状态|奖牌|选派渠道|经手|所作依据|?person|?scheme|取消与恢复|?reason|?document",
    },
    "desk:objections": {"*": "收到|公示对象|方式|受理|承办人|结论"},
    "desk:objection objection": {
        "officer officer2 reviewer supervisor auditor": "收到|方式|受理|承办人|内容",
    },
    "desk:letters": {"*": "选择|收件人|信函|写成时间|?letter|?act|?read"},
    "desk:letter letter": {"*": "?subject|?body|?subject_en|?body_en|?letter|?act|改前原文"},
    "desk:sendings": {"*": ""},
    "desk:wordings": {"*": "事由|标题|版本"},
    "desk:wording grant.reject": {"*": "?subject|?body|?subject_en|?body_en|?act|可用的占位符|历次版本"},
    "desk:post": {
        (
            "another auditadmin auditor body employer expert fellow government inspector1 inspector3 "
            "leader maker officer other-body other-employer reviewer security stranger supervisor system"
        ): "",
        "nominee": "信函|办件|发出时间",
    },
    "desk:post_letter received": {"*": ""},
    "desk:telling": {
        (
            "auditadmin auditor body employer expert fellow government inspector1 inspector3 "
            "leader maker officer other-body other-employer reviewer security stranger supervisor system"
        ): "选择|?channel|?digest|?act|登记地址|?kind|?value|确认地址|?code|已登记地址",
        "another nominee": "选择|?channel|?act|登记地址|?kind|?value|确认地址|?code|已登记地址",
    },
    "desk:tokens": {
        (
            "auditadmin auditor fellow government inspector1 "
            "inspector3 leader other-employer reviewer security stranger"
        ): "?name|?scopes|已有令牌",
        "another body employer expert maker nominee officer other-body supervisor system": (
            "?name|?scopes|已有令牌|用途|权限范围|有效期至|最近使用|办理|?token|?act"
        ),
    },
    "desk:appointments": {
        "*": (
            "在岗人员|?q|账号|姓名|岗位|最近登录|开立账号|?username|?name|?role|?body|?organisation|"
            "?department|?same_as|?namesake|?reason|?act"
        ),
    },
    "desk:appointment leader": {
        "*": (
            "岗位|范围|起|止|办理|?posting|?reason|?act|授予岗位|?role|?body|?organisation|?department|"
            "重置账号"
        ),
    },
    "desk:settings": {
        "government": (
            "“武汉工匠”培育计划|版本|文号|印发日期|有效期（年）|接续版本|?version|?issued|?document|?act|"
            "计划未明确的问题|工作日历|?year|?source|?day|?works|?notice"
        ),
        "officer": (
            "“武汉工匠”培育计划|版本|文号|印发日期|有效期（年）|接续版本|?version|?issued|?document|?act|"
            "计划未明确的问题|?key|?answer|?since|?signer|?basis|工作日历|?year|?source|?day|?works|?notice"
        ),
    },
    "desk:account": {"*": "?holder|?bank|?number|?again|已登记"},
    "desk:oneself": {
        "auditadmin auditor officer reviewer supervisor": "登录与安全|收款与告知|查看记录|我的数据",
        "*": "登录与安全|收款与告知|我的数据",
    },
    "desk:register experts": {
        "*": (
            "专家库|专家号|姓名|大类|单位|聘期止|登记|?name|?id_number|?employer|?employer_code|?occupation|"
            "?group|?body|?since|?until"
        ),
    },
    "finance:home": {
        "*": "各项资金|项目|下达|上年结转|已支付|银行在途|应付|预留|退回|待查|应追回|已核销|结转下年|可用",
    },
    "finance:line talent 2026 2.3.1": {"*": "资金变动|日期|转出|转入|金额|对象|经办|复核人|摘要"},
    "finance:appropriate": {"*": "?use|?year|?amount|?document|?grounds"},
    "finance:uses": {"*": "已登记|资金来源|项目|依据文号|自|至|登记|?fund|?line|?document|?since"},
    "finance:pending": {"*": "事项|事项内容|经办|提交时间|状态"},
    "finance:pending_one asked": {
        "*": "事项内容|金额|资金来源|预算年度|项目|依据文号|指标来源|经办|复核办理",
    },
    "finance:payables": {"*": "?q|?line|?state|?account|收款人|办件|项目|金额|收款账户|依据文号|状态"},
    "finance:payables_export": {
        "*": "办件号|收款人|对应人员|资金来源|预算年度|项目|金额（元）|依据文号|开户行|账号末四位|状态|原因",
    },
    "finance:payable payable": {
        "*": (
            "款项|收款人|办件|条款|依据文号|收款账户|拨付经过|批次编号|流水号|账号末四位|状态|资金变动|日期|转出|"
            "转入|金额|经办|复核人|可以办理"
        ),
    },
    "finance:batches": {
        "auditor leader officer supervisor": "全部批次|批次编号|项目|笔数|金额|经办|复核人|审批|状态",
        "maker": "可以开编的项目|项目|笔数|应付|?line|全部批次|批次编号|金额|经办|复核人|审批|状态",
    },
    "finance:batch batch": {
        "auditor leader officer supervisor": (
            "审批单|笔数|金额|文件格式|文件摘要|明细|序号|流水号|收款人|收款账户|状态|银行回盘|行号|结果码|"
            "说明|归类|可以办理"
        ),
        "maker": (
            "审批单|笔数|金额|文件格式|文件摘要|明细|序号|流水号|收款人|收款账户|状态|银行回盘|行号|结果码|"
            "说明|归类|可以办理|?file"
        ),
    },
    "finance:sheet batch": {
        "*": "资金来源|项目|条款|依据文号|笔数|金额|文件摘要|明细|序号|收款人|收款账户|大写金额",
    },
    "finance:suspense": {"*": "归类|批次编号|收款人|应付|回盘金额|结果码|处理结果"},
    "finance:item item": {
        "auditor leader officer supervisor": "两边所记|我方|银行回盘|处理",
        "maker": "两边所记|我方|银行回盘|处理|?outcome|?reason",
    },
    "finance:recover payable": {"*": "?amount|?ground|?document|?parts|?first|?lines|?act"},
    "finance:recoveries": {"*": "?state|欠款人|决定文号|应追回|已还|尚欠|下期|状态"},
    "finance:recovery recovery": {
        "auditor leader officer supervisor": (
            "追缴决定|应追回|尚欠|事由|决定文号|原款项|来自抽查|立账日期|分期|期次|应还日期|金额|已还|状态|"
            "已还款项|到账日期|银行流水号|可以办理"
        ),
        "maker": (
            "追缴决定|应追回|尚欠|事由|决定文号|原款项|来自抽查|立账日期|分期|期次|应还日期|金额|已还|状态|"
            "已还款项|到账日期|银行流水号|可以办理|?amount|?received_on|?serial|?act|?parts|?first|?lines|"
            "?document|?reason"
        ),
    },
    "finance:closings": {
        "auditor leader officer supervisor": "各项目|项目|上年结转|可用|已结转下年|月结|年终结转|已结月份",
        "maker": "各项目|项目|上年结转|可用|已结转下年|月结|年终结转|?line|?act|已结月份",
    },
    "finance:closing closed": {
        "*": (
            "月末余额|账户|累计转入|累计转出|预留转入|预留转出|余额|结账|累计分录|经办|复核人|结账日期|"
            "余额摘要"
        ),
    },
    "finance:matches": {"*": "?q|?state|人员|审定时单位|应配套|已核实|期限|状态"},
    "finance:match match": {
        "auditor leader supervisor": (
            "配套义务|审定时单位|应配套|已核实|条款|依据文号|审定日期|配套期限|配套凭证|可以办理"
        ),
        "maker officer": (
            "配套义务|审定时单位|应配套|已核实|条款|依据文号|审定日期|配套期限|配套凭证|可以办理|?payer|"
            "?payee|?amount|?paid_on|?serial|?file|?act|?basis|?document"
        ),
    },
    "finance:receipt receipt": {"*": "application/pdf"},
    "finance:samples": {
        "auditor leader maker supervisor": "固定日期|范围|总体|抽取|随机源|进度",
        "officer": "固定日期|范围|总体|抽取|随机源|进度|固定总体|?year|?use|?count|?source|?act",
    },
    "finance:sample sample": {
        "*": "抽取依据|总体|随机源|随机值|重算|抽中的款项|次序|收款人|办件|金额|检查结论",
    },
    "finance:population sample": {"*": "text/plain; charset=utf-8"},
    "finance:exports": {"*": ""},
    "finance:export summary 2026": {
        "*": (
            "资金来源|预算年度|项目|下达|上年结转|已支付|银行在途|应付|预留|退回|待查|应追回|已核销|结转下年|"
            "可用"
        ),
    },
    "desk:stories": {
        (
            "another auditadmin auditor body employer expert fellow government inspector1 "
            "inspector3 leader maker nominee other-body other-employer security stranger supervisor system"
        ): "",
        "officer": (
            "标题|人物|媒体|起草|状态|?certificate|?title|?title_en|?medium|?link|?text|?text_en|?captions|"
            "?embargo|?act"
        ),
        "reviewer": "标题|人物|媒体|起草|状态",
    },
    "desk:story story": {"*": "人物|媒体|起草|内容摘要|?note|?act"},
    "desk:plan_life": {
        "government": (
            "“武汉工匠”培育计划|版本|名称|文号|印发日期|失效日期|接续办理的事项|状态|期满后继续的|"
            "仍然有效的称号|已受理的办件继续办理|运行中的平台和工作室继续考核奖补|应付款继续支付|"
            "单位配套继续督促|期满后停止的|事项|今天|参数|条款|将调整为"
        ),
        "officer": (
            "“武汉工匠”培育计划|版本|名称|文号|印发日期|失效日期|接续办理的事项|状态|期满后继续的|"
            "仍然有效的称号|已受理的办件继续办理|运行中的平台和工作室继续考核奖补|应付款继续支付|"
            "单位配套继续督促|期满后停止的|事项|今天|参数|条款|将调整为|?key|?value|?since|?signer|?basis|"
            "?act|录入接续版本|?version|?title|?document|?issued|?years|?continues"
        ),
    },
    "finance:performance": {"*": "项目|可用总额|已支付|目标|绩效评价"},
    "finance:performance_line talent 2026 2.3.1": {
        "auditor leader officer supervisor": (
            "目标与执行|指标|目标值|今天的数|偏差|设定人|复核人|监控记录|绩效评价"
        ),
        "maker": (
            "目标与执行|指标|目标值|今天的数|偏差|设定人|复核人|?note|?act|?indicator|?planned|监控记录|"
            "绩效评价|?score|?findings|?advice"
        ),
    },
    "insight:board": {
        "*": "培养 #|评价 #|激励 #|使用 #|保障 #|近十二个月|#-#|合计|批次|名称|事项|受理|办件",
    },
    "insight:board_sheet": {"*": "条款|名称|事项|办件|超期|获评|预算|已支付|应付未付"},
    "insight:funnel round": {"*": "各环节人数|环节|到达|目前"},
    "insight:signs titled": {
        "*": (
            "评审组：交通装备|评审组：机械加工|迹象|专家|推荐单位或办件|评分数|平均偏差（分）|偏离（倍标准差）|"
            "平均分|宽严（分）|离散（分）|离群评分|怎样计算"
        ),
    },
    "insight:audit": {"*": "链首|条数|链值|记录|?kind|?who|?since|?until|序号|时间|办理人|事项|对象|叶值"},
    "insight:duty": {
        "*": (
            "“武汉工匠”培育计划|条款|办件|超期|已支付|督办中|市人力资源社会保障局|市国资委|市经济和信息化委|"
            "市教育局|市财政局|市总工会|团市委|市妇联|市招才局|市科技局|市科协|市住房保障房管局|市公安局"
        ),
    },
    "insight:targets": {
        "auditor body government leader reviewer supervisor": (
            "各单位进度|责任单位|目标|权重合计|已评分|年度得分|条款|指标|目标值|最近取数|权重|状态"
        ),
        "officer": (
            "各单位进度|责任单位|目标|权重合计|已评分|年度得分|条款|指标|目标值|最近取数|权重|状态|下达目标|"
            "?owner|?clause|?year|?indicator|?wording|?planned|?weight|?act"
        ),
        "other-body": "目标",
    },
    "insight:orders": {
        "auditor body government leader reviewer": "截止|督办事项|责任单位|条款|状态",
        "officer supervisor": "截止|督办事项|责任单位|条款|状态|发出督办单|?owner|?clause|?matter|?act",
        "other-body": "",
    },
    "insight:target target": {
        "auditor government leader reviewer supervisor": (
            "条款|期间|目标值|权重|取数方式|下达|经过|日期|环节|办理人|数值|得分|说明"
        ),
        "body": (
            "条款|期间|目标值|权重|取数方式|下达|自评|?number|?text|?act|经过|日期|环节|办理人|数值|得分|说明"
        ),
        "officer": (
            "条款|期间|目标值|权重|取数方式|下达|?weight|?act|?until|?heir|?reason|经过|日期|环节|办理人|数值|"
            "得分|说明"
        ),
    },
    "insight:order order": {
        "auditor government leader officer reviewer supervisor": (
            "责任单位|条款|发出|截止|经过|日期|环节|办理人|说明"
        ),
        "body": "责任单位|条款|发出|截止|报告整改|?text|?act|经过|日期|环节|办理人|说明",
    },
    "insight:scores 2026": {
        "*": "责任单位|年度得分|条款|指标|起|止|目标值|权重|完成数|分母|取数日期|得分|定稿日期|数据摘要",
    },
    "insight:what_if": {
        "*": (
            "改动|?name|?value-skill_subsidy_senior_technician|?value-skill_subsidy_technician|"
            "?value-skill_subsidy_senior_worker|?value-ui_rules|?value-ui_months|?value-ui_window|"
            "?value-yearly_cap|?value-sibling_rules|?value-claim_window|?value-shortage_extra|"
            "?value-ui_paid_elsewhere|"
            "?value-reward_sum|?value-technical_expert_reward|?value-skill_master_reward|"
            "?value-chief_technician_reward|?value-long_service|?value-binds_worldskills|?value-team_medals|"
            "?value-one_reward|?value-tier_ladder|?value-tier_difference|?drop|已保存的方案"
        ),
    },
    "panel:home": {"*": ""},
    "panel:seat seat": {"*": "办件|职业（工种）|单位|进度|回执"},
    "panel:score seat marked": {
        "*": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|?note|评分|?mark-skill|?reason-skill|?mark-results|?reason-results|?mark-teaching|"
            "?reason-teaching|?mark-morals|?reason-morals"
        ),
    },
    "panel:evidence seat shown": {"*": "application/pdf"},
    "panel:marks marking group": {
        "auditor government reviewer": "",
        "officer supervisor": "席位|专家号|状态|递补|?reason",
    },
    "finance:export transfers 2026": {
        "*": (
            "序号|日期|类别|资金来源|预算年度|项目|转出|转入年度|转入|金额（元）|办件号|应付款编号|条款|经办|"
            "复核人|摘要|幂等键"
        ),
    },
    "finance:export payables 2026": {
        "*": "状态|办件号|收款人|对应人员|资金来源|预算年度|项目|金额（元）|依据文号|开户行|账号末四位|原因",
    },
    "finance:export batches 2026": {
        "*": (
            "批次编号|批次状态|序号|流水号|收款人|开户行|账号末四位|金额（元）|状态|依据文号|经办|复核人|审批|"
            "文件摘要"
        ),
    },
    "finance:export recoveries 2026": {
        "*": (
            "决定文号|欠款人|立账日期|事由|应追回（元）|已还（元）|逾期（元）|已核销（元）|尚欠（元）|"
            "下期日期|状态"
        ),
    },
    "finance:export matches 2026": {
        "*": "办件号|人员|审定时单位|依据文号|审定日期|配套期限|应配套（元）|已核实（元）|状态|豁免依据",
    },
    "desk:case other": {
        "auditor government leader supervisor": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|办理记录|认定结论|可以办理"
        ),
        "another": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|?kind|?file|办理记录|认定结论|可以办理|?version|"
            "?step|?reason"
        ),
        "officer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|?kind|?file|办理记录|认定结论|可以办理|?version|"
            "?step|?items|?items-front_line|?items-front_line_since|?items-unit_head|?items-letter|"
            "?items-internal_notice|?items-service|?items-results|?items-teaching|?rule|?verdict|?reason"
        ),
        "reviewer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|办理记录|认定结论|可以办理|?version|?step|?reason"
        ),
    },
    "desk:case draft": {
        "auditor government leader supervisor": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|材料|文件|状态|办理记录|认定结论|可以办理"
        ),
        "body": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|材料|文件|状态|?kind|?file|办理记录|认定结论|可以办理|?version|?step|"
            "?reason"
        ),
        "officer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|材料|文件|状态|?kind|?file|办理记录|认定结论|可以办理"
        ),
        "reviewer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|材料|文件|状态|办理记录|认定结论|可以办理|?version|?step|?reason"
        ),
    },
    "desk:case consented": {
        "auditor government leader supervisor": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|材料|文件|状态|办理记录|认定结论|可以办理"
        ),
        "body": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|材料|文件|状态|?kind|?file|办理记录|认定结论|可以办理|?version|?step|"
            "?rank|?opinion|?reason"
        ),
        "officer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|材料|文件|状态|?kind|?file|办理记录|认定结论|可以办理"
        ),
        "reviewer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|材料|文件|状态|办理记录|认定结论|可以办理|?version|?step|?reason"
        ),
    },
    "desk:case marked": {
        "auditor government leader supervisor": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|部门征询|事由|部门|征询|答复|有效至|办理记录|"
            "认定结论|可以办理"
        ),
        "body": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|推荐|办理时限|材料|文件|状态|?kind|?file|办理记录|认定结论|可以办理"
        ),
        "officer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|推荐|办理时限|材料|文件|状态|?kind|?file|部门征询|事由|部门|征询|答复|"
            "有效至|办理记录|认定结论|可以办理"
        ),
        "reviewer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|部门征询|事由|部门|征询|答复|有效至|办理记录|"
            "认定结论|可以办理|?version|?step|?reason"
        ),
    },
    "desk:case waiting": {
        "auditor government leader supervisor": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|部门征询|事由|部门|征询|答复|有效至|办理记录|"
            "认定结论|可以办理"
        ),
        "officer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|推荐|办理时限|材料|文件|状态|?kind|?file|部门征询|事由|部门|征询|答复|"
            "有效至|办理记录|认定结论|可以办理"
        ),
        "reviewer": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|部门征询|事由|部门|征询|答复|有效至|办理记录|"
            "认定结论|可以办理|?version|?step|?reason"
        ),
    },
    "desk:case logged": {
        "auditor government leader supervisor": (
            "案卷|“武汉工匠”证书编号|在本单位工作|工作室名称（以本人姓名命名）|名称含领办人姓名|场所|"
            "领办人姓名|年度评估得分|所持称号|专账支出|公益服务|产出|身份证号|材料|文件|状态|公益服务记录|"
            "服务|日期|职业（工种）|服务人次|登记|产出记录|类别|内容|数量（人、项、天）|面向社会的场次|资金|"
            "评分|办理记录|认定结论|可以办理"
        ),
        "officer": (
            "案卷|“武汉工匠”证书编号|在本单位工作|工作室名称（以本人姓名命名）|名称含领办人姓名|场所|"
            "领办人姓名|年度评估得分|所持称号|专账支出|公益服务|产出|身份证号|材料|文件|状态|?kind|?file|"
            "公益服务记录|服务|日期|职业（工种）|服务人次|登记|产出记录|类别|内容|数量（人、项、天）|"
            "面向社会的场次|资金|评分|办理记录|认定结论|可以办理|?version|?step|?score|?remark|?reason"
        ),
        "reviewer": (
            "案卷|“武汉工匠”证书编号|在本单位工作|工作室名称（以本人姓名命名）|名称含领办人姓名|场所|"
            "领办人姓名|年度评估得分|所持称号|专账支出|公益服务|产出|身份证号|材料|文件|状态|公益服务记录|"
            "服务|日期|职业（工种）|服务人次|登记|产出记录|类别|内容|数量（人、项、天）|面向社会的场次|资金|"
            "评分|办理记录|认定结论|可以办理|?version|?step|?document|?reason"
        ),
    },
    "desk:case noticed": {
        "auditor government leader supervisor": (
            "实地考察|日期|地点|考察人员|结论|考察分|"
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|部门征询|事由|部门|征询|答复|有效至|办理记录|"
            "认定结论|可以办理"
        ),
        "inspector1": (
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|办理记录|认定结论|可以办理"
        ),
        "officer": (
            "实地考察|日期|地点|考察人员|结论|考察分|"
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|本人账号|推荐|办理时限|材料|文件|状态|?kind|?file|部门征询|事由|部门|征询|答复|"
            "有效至|办理记录|认定结论|可以办理"
        ),
        "reviewer": (
            "实地考察|日期|地点|考察人员|结论|考察分|"
            "案卷|用人单位在本市|技能等级|现在技能操作一线|从事一线工作起始日|是否单位负责人|荣誉|已获称号|"
            "竞赛成绩|身份证号|推荐|办理时限|材料|文件|状态|部门征询|事由|部门|征询|答复|有效至|办理记录|"
            "认定结论|可以办理|?version|?step|?reason"
        ),
    },
    "desk:round marking": {
        "auditor government leader reviewer": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|评选办法|技能技艺|业绩贡献|带徒传技|道德品格|"
            "专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|候选池摘要|公开值|"
            "评审组|大类|专家|名单|公示与审定"
        ),
        "officer": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|?body|?places|评选办法|技能技艺|业绩贡献|"
            "带徒传技|道德品格|专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|"
            "候选池摘要|公开值|评审组|大类|专家|?group|名单|?stage|?fill|公示与审定"
        ),
        "supervisor": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|评选办法|技能技艺|业绩贡献|带徒传技|道德品格|"
            "专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|候选池摘要|公开值|"
            "?reason|评审组|大类|专家|名单|公示与审定"
        ),
    },
    "desk:round inspected": {
        "auditor government leader reviewer": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|评选办法|技能技艺|业绩贡献|带徒传技|道德品格|"
            "专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|候选池摘要|公开值|"
            "评审组|大类|专家|名单|公示与审定"
        ),
        "officer": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|?body|?places|评选办法|技能技艺|业绩贡献|"
            "带徒传技|道德品格|专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|"
            "候选池摘要|公开值|评审组|大类|专家|名单|?stage|?fill|公示与审定"
        ),
        "supervisor": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|评选办法|技能技艺|业绩贡献|带徒传技|道德品格|"
            "专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|候选池摘要|公开值|"
            "?reason|评审组|大类|专家|名单|公示与审定"
        ),
    },
    "desk:round titled": {
        "auditor government leader reviewer": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|评选办法|技能技艺|业绩贡献|带徒传技|道德品格|"
            "专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|候选池摘要|公开值|"
            "评审组|大类|专家|名单|公示与审定"
        ),
        "officer": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|?body|?places|评选办法|技能技艺|业绩贡献|"
            "带徒传技|道德品格|专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|"
            "候选池摘要|公开值|评审组|大类|专家|名单|?stage|?fill|公示与审定"
        ),
        "supervisor": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|评选办法|技能技艺|业绩贡献|带徒传技|道德品格|"
            "专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|候选池摘要|公开值|"
            "?reason|评审组|大类|专家|名单|公示与审定"
        ),
    },
    "desk:round public": {
        "auditor government leader reviewer": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|评选办法|技能技艺|业绩贡献|带徒传技|道德品格|"
            "专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|候选池摘要|公开值|"
            "评审组|大类|专家|名单|公示与审定"
        ),
        "officer": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|?body|?places|评选办法|技能技艺|业绩贡献|"
            "带徒传技|道德品格|专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|"
            "候选池摘要|公开值|评审组|大类|专家|名单|?stage|?fill|公示与审定"
        ),
        "supervisor": (
            "各环节|状态|件数|推荐名额|推荐单位|名额|已用|说明|评选办法|技能技艺|业绩贡献|带徒传技|道德品格|"
            "专家组|评审与考察权重|补位规则|批量办理|部门征询|专家抽取|第 # 次|公开值来源|候选池摘要|公开值|"
            "?reason|评审组|大类|专家|名单|公示与审定"
        ),
    },
    "desk:report round": {"*": "评选办法|各环节办理数"},
    "desk:report round ?format=xlsx": {"*": "阶段|名次|办件号|姓名|单位|得分|入选|理由"},
    "desk:report marking": {"*": "评选办法|各环节办理数|专家抽取"},
    "desk:report marking ?format=xlsx": {"*": "阶段|名次|办件号|姓名|单位|得分|入选|理由"},
    "desk:report inspected": {"*": "评选办法|各环节办理数|专家抽取|名单"},
    "desk:report inspected ?format=xlsx": {"*": "阶段|名次|办件号|姓名|单位|得分|入选|理由"},
    "desk:report public": {"*": "评选办法|各环节办理数|专家抽取|名单|公示与异议"},
    "desk:report public ?format=xlsx": {"*": "阶段|名次|办件号|姓名|单位|得分|入选|理由"},
    "desk:file marking": {
        "*": (
            "人员与单位|?body|?name|?id_number|?employer|?employer_code|?occupation|申报内容|?front_line|"
            "?front_line_since|?unit_head"
        ),
    },
    "desk:file inspected": {
        "*": (
            "人员与单位|?body|?name|?id_number|?employer|?employer_code|?occupation|申报内容|?front_line|"
            "?front_line_since|?unit_head"
        ),
    },
    "desk:file titled": {
        "*": (
            "人员与单位|?body|?name|?id_number|?employer|?employer_code|?occupation|申报内容|?front_line|"
            "?front_line_since|?unit_head"
        ),
    },
    "desk:file public": {
        "*": (
            "人员与单位|?body|?name|?id_number|?employer|?employer_code|?occupation|申报内容|?front_line|"
            "?front_line_since|?unit_head"
        ),
    },
    "desk:import marking": {
        "*": (
            "?file|?map-body|?map-area|?map-name|?map-sex|?map-id_number|?map-birth|?map-employer|"
            "?map-employer_code|?map-occupation|?map-level|?map-certificate|?map-issued|?map-since|"
            "?map-position|?map-honours|?map-contests|?map-phone|?map-remark"
        ),
    },
    "desk:import inspected": {
        "*": (
            "?file|?map-body|?map-area|?map-name|?map-sex|?map-id_number|?map-birth|?map-employer|"
            "?map-employer_code|?map-occupation|?map-level|?map-certificate|?map-issued|?map-since|"
            "?map-position|?map-honours|?map-contests|?map-phone|?map-remark"
        ),
    },
    "desk:import titled": {
        "*": (
            "?file|?map-body|?map-area|?map-name|?map-sex|?map-id_number|?map-birth|?map-employer|"
            "?map-employer_code|?map-occupation|?map-level|?map-certificate|?map-issued|?map-since|"
            "?map-position|?map-honours|?map-contests|?map-phone|?map-remark"
        ),
    },
    "desk:import public": {
        "*": (
            "?file|?map-body|?map-area|?map-name|?map-sex|?map-id_number|?map-birth|?map-employer|"
            "?map-employer_code|?map-occupation|?map-level|?map-certificate|?map-issued|?map-since|"
            "?map-position|?map-honours|?map-contests|?map-phone|?map-remark"
        ),
    },
    "desk:visits round": {"*": "已安排"},
    "desk:visits marking": {"*": "已安排"},
    "desk:visits titled": {"*": "已安排|姓名|单位|日期|考察人员|结论|考察分"},
    "desk:visits public": {"*": "已安排|姓名|单位|日期|考察人员|结论|考察分"},
    "desk:resolve round": {"*": "审定名单"},
    "desk:resolve marking": {"*": "审定名单"},
    "desk:resolve inspected": {"*": "审定名单"},
    "desk:resolve titled": {"*": "审定名单|已登记"},
    "insight:funnel marking": {"*": "各环节人数|环节|到达|目前"},
    "insight:funnel inspected": {"*": "各环节人数|环节|到达|目前"},
    "insight:funnel titled": {"*": "各环节人数|环节|到达|目前"},
    "insight:funnel public": {"*": "各环节人数|环节|到达|目前"},
    "api:cases": {
        "another's body's employer's nominee's officer's supervisor's": (
            "items|items.ref|items.number|items.scheme|items.state|items.person|items.unit|items.round|"
            "items.opened_on|items.due_on|items.version|next"
        ),
        "expert's maker's other-body's system's": "items|next",
    },
    "api:case nominated": {
        "*": (
            "ref|number|scheme|state|person|unit|round|opened_on|due_on|version|facts|facts.said|"
            "facts.said.zh|facts.said.en|facts.values|facts.values.zh|facts.values.en|facts.source|"
            "facts.source.zh|facts.source.en|findings|findings.rule|findings.clause|findings.verdict|"
            "findings.said|findings.said.zh|findings.said.en|history|history.step|history.source|"
            "history.target|history.on|documents|logs"
        ),
    },
    "api:case visited": {
        "*": (
            "ref|number|scheme|state|person|unit|round|opened_on|due_on|version|facts|facts.said|"
            "facts.said.zh|facts.said.en|facts.values|facts.values.zh|facts.values.en|facts.source|"
            "facts.source.zh|facts.source.en|findings|findings.rule|findings.clause|findings.verdict|"
            "findings.said|findings.said.zh|findings.said.en|history|history.step|history.source|"
            "history.target|history.on|documents|logs"
        ),
    },
    "api:case certified": {
        "*": (
            "ref|number|scheme|state|person|unit|round|opened_on|due_on|version|facts|facts.said|"
            "facts.said.zh|facts.said.en|facts.values|facts.values.zh|facts.values.en|facts.source|"
            "facts.source.zh|facts.source.en|findings|findings.rule|findings.clause|findings.verdict|"
            "findings.said|findings.said.zh|findings.said.en|history|history.step|history.source|"
            "history.target|history.on|documents|logs"
        ),
    },
    "api:case marked": {
        "*": (
            "ref|number|scheme|state|person|unit|round|opened_on|due_on|version|facts|facts.said|"
            "facts.said.zh|facts.said.en|facts.values|facts.values.zh|facts.values.en|facts.source|"
            "facts.source.zh|facts.source.en|findings|findings.rule|findings.clause|findings.verdict|"
            "findings.said|findings.said.zh|findings.said.en|history|history.step|history.source|"
            "history.target|history.on|documents|logs"
        ),
    },
    "api:case draft": {
        "*": (
            "ref|number|scheme|state|person|unit|round|opened_on|due_on|version|facts|facts.said|"
            "facts.said.zh|facts.said.en|facts.values|facts.values.zh|facts.values.en|facts.source|"
            "facts.source.zh|facts.source.en|findings|findings.rule|findings.clause|findings.verdict|"
            "findings.said|findings.said.zh|findings.said.en|history|documents|logs"
        ),
    },
    "api:steps nominated": {
        "body's employer's supervisor's": "",
        "nominee's": (
            "name|said|said.zh|said.en|asks|asks.name|asks.said|asks.said.zh|asks.said.en|asks.kind|refusal"
        ),
        "officer's": (
            "name|said|said.zh|said.en|asks|asks.name|asks.said|asks.said.zh|asks.said.en|asks.kind|refusal|"
            "refusal.zh|refusal.en"
        ),
    },
    "api:steps certified": {"*": ""},
    "api:log logged services": {
        "*": "ref|on|told|told.kind|told.on|told.occupation|told.people|confirmed|struck",
    },
    "api:budget": {
        "*": (
            "fund|year|line|appropriated|available|reserved|payable|in_transit|suspense|returned|paid|"
            "receivable|written_off|carried_in|carried_out"
        ),
    },
    "api:me": {"*": "name|scopes|roles|expires_on"},
}  # fmt: skip
