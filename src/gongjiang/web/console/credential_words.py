"""What the check of a credential found, in words."""

from gongjiang.law.words import Words

LIST = "list_"
WORDS = {
    "valid": Words("签名有效，未被撤销", "the proof holds, and it is not revoked"),
    "status_unknown": Words(
        "签名有效；未给出撤销名单，是否撤销未查",
        "the proof holds; without a list, whether it was revoked is not known",
    ),
    "revoked": Words("已被撤销", "it was revoked"),
    "unreadable": Words("不是可读的 JSON 文件", "not a readable JSON document"),
    "no_proof": Words("没有签名", "it bears no proof"),
    "other_suite": Words("签名方式不是 eddsa-jcs-2022", "its proof is not eddsa-jcs-2022 for an assertion"),
    "other_key": Words("签名所用的密钥不是该签发者的", "the key of its proof is not the issuer's"),
    "other_issuer": Words("签发者不是该密钥的持有者", "its issuer is not the one whose key it names"),
    "altered": Words("内容被改动过", "it was altered"),
    "other_kind": Words("不是这一种凭证", "it is another kind of document"),
    "not_yet": Words("尚未生效", "it is not valid yet"),
    "expired": Words("已过期", "it has expired"),
    "times": Words("没有可读的生效时间", "it has no readable times"),
    "no_status": Words("没有可查的撤销状态", "its status cannot be looked up in this list"),
    "other_list": Words("不是该凭证所指的撤销名单", "the list is not the one it names"),
}


def said(word: str) -> Words:
    """The words; of the list of the revoked where it is that which does not hold."""
    if not word.startswith(LIST):
        return WORDS[word]
    of = WORDS[word.removeprefix(LIST)]
    return Words(f"撤销名单：{of.zh}", f"the list of the revoked: {of.en}")
