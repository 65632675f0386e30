"""Leaves become commitments in the tree of RFC 6962, their salts lie apart, and heads are signed.

A record that was begun in the earlier form is laid in the new one, once, and only where it was whole: no
head of the earlier form was ever signed or handed out.
"""

import hashlib

import django.db.models.deletion
from django.db import migrations, models

from gongjiang.law.journal import leaf, tree
from gongjiang.office.journal.models import chained, day, stamped


def earlier(one):
    parts = (one.kind, one.ref, one.body, one.earlier_salt, stamped(one.at))
    told = b"".join(len(p.encode()).to_bytes(8, "big") + p.encode() for p in parts)
    return hashlib.sha256(b"\x00" + told).hexdigest()


def lay_anew(apps, schema_editor):
    Head, Leaf, Salt = (apps.get_model("journal", name) for name in ("Head", "Leaf", "Salt"))
    before = chain = "0" * 64
    size, peaks = 0, []
    for one in Leaf.objects.order_by("seq"):
        size += 1
        was = earlier(one)
        before = chained(before, was)
        if (one.seq, one.leaf_hash, one.chain) != (size, was, before):
            raise RuntimeError(f"leaf {size} does not hold: the record is not laid anew")
        Salt.objects.create(leaf_id=one.seq, value=one.earlier_salt)
        one.commitment = leaf.commitment(bytes.fromhex(one.earlier_salt), one.ref, stamped(one.at), one.body)
        hashed = leaf.hashed(one.seq, one.kind, day(one.at), one.commitment)
        peaks, chain = tree.grown(peaks, size - 1, hashed), chained(chain, hashed.hex())
        one.leaf_hash, one.chain = hashed.hex(), chain
        one.save()
    Head.objects.filter(pk=1).update(size=size, chain=chain, peaks=b"".join(peaks).hex())


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [
        migrations.AddField("head", "peaks", models.TextField(default="", help_text="roots of the whole subtrees, largest first", verbose_name="峰值")),
        migrations.RenameField("leaf", "salt", "earlier_salt"),
        migrations.AddField("leaf", "commitment", models.CharField(default="", max_length=64, verbose_name="承诺值"), preserve_default=False),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("size", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="条数")),
                ("root", models.CharField(max_length=64, verbose_name="根值")),
                ("note", models.TextField(verbose_name="签名")),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={"ordering": ["size"]},
        ),
        migrations.CreateModel(
            name="Salt",
            fields=[
                ("leaf", models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, related_name="salt", serialize=False, to="journal.leaf")),
                ("value", models.CharField(max_length=64, verbose_name="盐")),
            ],
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("leaf", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name="erasure", serialize=False, to="journal.leaf")),
                ("told", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="erasures", to="journal.leaf", verbose_name="注销记录")),
            ],
        ),
        migrations.CreateModel(
            name="Witnessed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("holder", models.CharField(max_length=120, verbose_name="见证单位")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("checkpoint", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="witnesses", to="journal.checkpoint")),
            ],
            options={"ordering": ["pk"]},
        ),
        migrations.RunPython(lay_anew),
    ]
