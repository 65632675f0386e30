"""The database keeps what office/post/guards.py says."""

from django.db import migrations

from gongjiang.office.post.guards import statements
from gongjiang.office.journal.guarding import lay


class Migration(migrations.Migration):
    dependencies = [("post", "0002_sending"), ("journal", "0003_guards")]
    operations = [migrations.RunPython(lambda apps, editor: lay(editor.connection, statements))]
