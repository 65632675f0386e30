"""What each verdict on a bundle means, for whoever asked."""

from gongjiang.law.words import Words

WORDS = {
    "": Words("完好", "good"),
    "unreadable": Words("文件读不出", "the file cannot be read"),
    "not_zip": Words("不是记录包", "this is no bundle"),
    "missing": Words("缺少部分", "a part is missing"),
    "compressed": Words("文件被重新打包，请使用原件", "the file was packed anew: use the original"),
    "truncated": Words("文件不完整", "the file ends too early"),
    "version": Words("格式或版本未知", "unknown format or version"),
    "early": Words(
        "链首早于本包的起点，请用更早的包", "the head is from before this bundle: use an earlier one"
    ),
    "form": Words("内容不合格式", "the content is not as documented"),
    "key": Words("公钥不符", "the key is another"),
    "origin": Words("来源不符", "the origin is another"),
    "signature": Words("签名不成立", "a signature does not hold"),
    "order": Words("次序不对：有缺漏、重复或颠倒", "out of order: something is missing, twice or moved"),
    "hash": Words("记录与其叶值不符", "a record differs from its hash"),
    "count": Words("数目不符", "the number is not as stated"),
    "root": Words("根值与记录不符", "the root is not that of the records"),
    "proof": Words("一致性证明不成立", "a consistency proof does not hold"),
    "digest": Words("内容与清单不符", "the content differs from the manifest"),
    "container": Words("文件本身被改动", "the file itself was edited"),
    "shorter": Words("记录比见证过的短", "the record is shorter than one that was witnessed"),
    "fork": Words("与见证过的链首不符：记录被改写", "not the record that was witnessed: it was rewritten"),
}
