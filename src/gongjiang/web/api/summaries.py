"""What the operations of the API do, in Chinese: the document itself has it in English."""

IN_CHINESE = {
    "Schemes of every plan": "各计划的全部事项",
    "A scheme and its terms": "一个事项及其条件、给予、程序",
    "Ask the rules": "按规则试算（不保存）",
    "Calls, the newest first": "受理批次，新的在前",
    "Public notices": "公示",
    "A notice and its list": "一则公示及其名单",
    "Who holds the title": "称号持有人名录",
    "Check a certificate": "查验证书",
    "The newest signed head of the record": "记录的最新签名链首",
    "Cases, by the filters of the desk": "办件，按办件页的筛选",
    "One case": "一件办件",
    "Steps from here": "下一步可以办理的环节",
    "Rows of a log": "登记表的各行",
    "Take a step": "办理一个环节",
    "Open a case of one's own": "开立自己的申报",
    "Enter a row in a log": "在登记表中登记一行",
    "Hand in a document": "上传一份材料",
    "Budget lines of a year": "一个年度的预算",
    "This token": "本令牌的情况",
}
