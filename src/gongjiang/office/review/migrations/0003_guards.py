"""The database keeps what the guards of the review, and of the cases beneath it, say."""

from django.db import migrations

from gongjiang.office.cases.guards import statements as of_cases
from gongjiang.office.journal.guarding import lay
from gongjiang.office.review.guards import statements


class Migration(migrations.Migration):
    dependencies = [("review", "0002_substitutions"), ("cases", "0007_trainees"), ("journal", "0003_guards")]
    operations = [
        migrations.RunPython(lambda apps, editor: lay(editor.connection, of_cases)),
        migrations.RunPython(lambda apps, editor: lay(editor.connection, statements)),
    ]
