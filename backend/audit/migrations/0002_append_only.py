from django.db import migrations

from backend.common.append_only import AppendOnly, NeverDeleted


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [AppendOnly("audit_auditevent"), NeverDeleted("audit_auditchain")]
