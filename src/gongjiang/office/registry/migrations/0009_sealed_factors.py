"""The secrets of second factors are sealed for their accounts."""

from django.db import migrations

from gongjiang.office.registry.seal import seal


def sealed(user, secret):
    import base64

    return "sealed:" + base64.b64encode(seal(secret, f"factor|{user}")).decode()


def seal_all(apps, editor):
    for row in apps.get_model("mfa", "Authenticator").objects.iterator():
        open_ones = [
            key for key in ("secret", "seed")
            if key in row.data and not row.data[key].startswith("sealed:")
        ]
        row.data.update({key: sealed(row.user_id, row.data[key]) for key in open_ones})
        if "migrated_codes" in row.data:
            raise ValueError("recovery codes of another kind")
        row.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [("registry", "0008_tokens"), ("mfa", "0003_authenticator_type_uniq")]
    operations = [migrations.RunPython(seal_all, migrations.RunPython.noop)]
