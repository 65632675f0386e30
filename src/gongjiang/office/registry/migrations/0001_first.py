"""Every table of this room as it stood when the house was first handed over."""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import gongjiang.law.claim_terms
import gongjiang.office.journal.together
import gongjiang.office.registry.models.reference
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('registry', '0001_initial'), ('registry', '0002_alter_result_medal'), ('registry', '0003_outside_registers'), ('registry', '0004_contest_register'), ('registry', '0005_contest_rows'), ('registry', '0006_contest_results'), ('registry', '0007_awards'), ('registry', '0008_tokens'), ('registry', '0009_sealed_factors'), ('registry', '0010_disclosures'), ('registry', '0011_retirement'), ('registry', '0012_two_hands')]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        gongjiang.office.journal.together.CreateTogether(
            tables=[
                migrations.CreateModel(
                    name='CalendarYear',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('year', models.PositiveSmallIntegerField(unique=True, verbose_name='年份')),
                        ('source', models.CharField(max_length=120, verbose_name='来源')),
                        ('loaded_by', models.CharField(max_length=60, verbose_name='载入人')),
                    ],
                ),
                migrations.CreateModel(
                    name='HonourName',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=60, unique=True, verbose_name='名称')),
                        ('name_en', models.CharField(blank=True, max_length=100, verbose_name='英文名称')),
                        ('aliases', models.JSONField(default=list, verbose_name='别名')),
                        ('level', models.CharField(choices=[('employer', '单位级'), ('district', '区级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='层级')),
                        ('giver', models.CharField(blank=True, max_length=80, verbose_name='授予单位')),
                        ('skilled', models.BooleanField(default=True, verbose_name='技能类荣誉')),
                    ],
                ),
                migrations.CreateModel(
                    name='NominatingBody',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=20, unique=True, verbose_name='代码')),
                        ('name', models.CharField(max_length=60, unique=True, verbose_name='名称')),
                        ('name_en', models.CharField(blank=True, max_length=80, verbose_name='英文名称')),
                        ('kind', models.CharField(choices=[('district', '行政区'), ('zone', '开发区'), ('department', '市直部门'), ('industry', '行业组织')], max_length=12, verbose_name='类型')),
                        ('aliases', models.JSONField(default=list, help_text='人们常用的叫法', verbose_name='别名')),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
                migrations.CreateModel(
                    name='OccupationGroup',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=20, unique=True, verbose_name='代码')),
                        ('name', models.CharField(max_length=40, verbose_name='名称')),
                        ('name_en', models.CharField(blank=True, max_length=60, verbose_name='英文名称')),
                        ('occupations', models.JSONField(default=list, verbose_name='职业（工种）')),
                    ],
                    options={
                        'ordering': ['code'],
                    },
                ),
                migrations.CreateModel(
                    name='CalendarDay',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('day', models.DateField(unique=True, verbose_name='日期')),
                        ('is_workday', models.BooleanField(verbose_name='上班')),
                        ('year', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='registry.calendaryear', verbose_name='年份')),
                    ],
                ),
                migrations.CreateModel(
                    name='Organisation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('name', models.CharField(max_length=120, verbose_name='名称')),
                        ('credit_code', models.CharField(blank=True, max_length=18, null=True, unique=True, verbose_name='统一社会信用代码')),
                        ('kind', models.CharField(choices=[('enterprise', '企业'), ('central_enterprise', '中央企业在汉单位'), ('institution', '事业单位'), ('college', '院校'), ('government', '机关'), ('association', '行业组织')], default='enterprise', max_length=20, verbose_name='类型')),
                        ('in_city', models.BooleanField(null=True, verbose_name='在本市')),
                        ('sector', models.CharField(blank=True, max_length=40, verbose_name='行业')),
                        ('head_office', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='branches', to='registry.organisation', verbose_name='总部')),
                    ],
                ),
                migrations.CreateModel(
                    name='OrganisationName',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(db_index=True, max_length=120, verbose_name='曾用名')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='使用至')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='registry.organisation', verbose_name='单位')),
                    ],
                ),
                migrations.CreateModel(
                    name='Person',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('name', models.CharField(max_length=60, verbose_name='姓名')),
                        ('id_kind', models.CharField(choices=[('resident', '居民身份证'), ('passport', '护照'), ('permit', '港澳台居民居住证')], default='resident', max_length=10, verbose_name='证件类型')),
                        ('id_sealed', models.BinaryField(null=True, verbose_name='证件号码（加密）')),
                        ('id_index', models.CharField(max_length=64, null=True, unique=True, verbose_name='证件索引')),
                        ('phone_sealed', models.BinaryField(null=True, verbose_name='电话（加密）')),
                        ('birth', models.DateField(blank=True, null=True, verbose_name='出生日期')),
                        ('occupation', models.CharField(blank=True, max_length=60, verbose_name='职业（工种）')),
                        ('position', models.CharField(blank=True, max_length=60, verbose_name='现岗位')),
                        ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='staff', to='registry.organisation', verbose_name='用人单位')),
                        ('sex', models.CharField(blank=True, help_text='male or female, from the number', max_length=6, verbose_name='性别')),
                    ],
                ),
                migrations.CreateModel(
                    name='PayeeAccount',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('holder', models.CharField(max_length=60, verbose_name='户名')),
                        ('bank', models.CharField(max_length=80, verbose_name='开户行')),
                        ('number_sealed', models.BinaryField(verbose_name='账号（加密）')),
                        ('number_index', models.CharField(db_index=True, max_length=64, verbose_name='账号索引')),
                        ('tail', models.CharField(max_length=4, verbose_name='账号末四位')),
                        ('added_at', models.DateTimeField(verbose_name='登记时间')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='registry.person', verbose_name='人员')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='registry.organisation', verbose_name='单位')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('person__isnull', False), ('organisation__isnull', False), _connector='XOR'), name='an_account_has_one_owner')],
                    },
                ),
                migrations.CreateModel(
                    name='Expert',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.CharField(max_length=12, unique=True, verbose_name='专家号')),
                        ('since', models.DateField(verbose_name='聘期起')),
                        ('until', models.DateField(verbose_name='聘期止')),
                        ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.nominatingbody', verbose_name='荐出单位')),
                        ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='experts', to='registry.occupationgroup', verbose_name='职业大类')),
                        ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='expert', to='registry.person', verbose_name='人员')),
                    ],
                    options={
                        'ordering': ['number'],
                    },
                ),
                migrations.CreateModel(
                    name='Employment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('since', models.DateField(blank=True, null=True, verbose_name='起')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='止')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='单位')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employments', to='registry.person', verbose_name='人员')),
                    ],
                ),
                migrations.CreateModel(
                    name='User',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                        ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                        ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                        ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                        ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                        ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                        ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                        ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                        ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='users', to='registry.person', verbose_name='人员')),
                    ],
                    options={
                        'verbose_name': 'user',
                        'verbose_name_plural': 'users',
                        'abstract': False,
                    },
                    managers=[
                        ('objects', django.contrib.auth.models.UserManager()),
                    ],
                ),
                migrations.CreateModel(
                    name='Posting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('role', models.CharField(choices=[('nominee', '被推荐人'), ('employer', '单位经办'), ('nominator', '推荐单位经办'), ('officer', '市局经办'), ('reviewer', '市局复核'), ('government', '审定人'), ('expert', '评审专家'), ('inspector', '考察人员'), ('supervisor', '监督人员'), ('department', '承办部门'), ('finance_maker', '财务经办'), ('finance_checker', '财务复核'), ('finance_approver', '财务审批'), ('leader', '领导'), ('auditor', '审计人员'), ('system_admin', '系统管理员'), ('security_admin', '安全管理员'), ('audit_admin', '审计管理员'), ('clock', '系统')], max_length=20, verbose_name='角色')),
                        ('department', models.CharField(blank=True, choices=[('hrss', '市人力资源社会保障局'), ('sasac', '市国资委'), ('eit', '市经济和信息化委'), ('edu', '市教育局'), ('fin', '市财政局'), ('union', '市总工会'), ('youth', '团市委'), ('women', '市妇联'), ('talent', '市招才局'), ('sci', '市科技局'), ('cast', '市科协'), ('housing', '市住房保障房管局'), ('police', '市公安局')], max_length=12, verbose_name='部门')),
                        ('since', models.DateField(verbose_name='起')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='止')),
                        ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.nominatingbody', verbose_name='推荐单位')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='单位')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='postings', to=settings.AUTH_USER_MODEL, verbose_name='账号')),
                    ],
                ),
                migrations.CreateModel(
                    name='SkillCertificate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.CharField(max_length=30, unique=True, verbose_name='证书编号')),
                        ('family', models.CharField(max_length=20, verbose_name='类别')),
                        ('level', models.CharField(choices=[('none', '无等级'), ('apprentice', '学徒工'), ('junior_worker', '初级工'), ('intermediate_worker', '中级工'), ('senior_worker', '高级工'), ('technician', '技师'), ('senior_technician', '高级技师'), ('special_technician', '特级技师'), ('chief_technician', '首席技师（八级）')], max_length=20, verbose_name='等级')),
                        ('occupation', models.CharField(blank=True, max_length=60, verbose_name='职业（工种）')),
                        ('issued_on', models.DateField(blank=True, null=True, verbose_name='发证日期')),
                        ('state', models.CharField(choices=[('declared', '自报'), ('verified', '已核验'), ('not_found', '查无记录'), ('differs', '与登记不符'), ('revoked', '已注销')], default='declared', max_length=10, verbose_name='核验')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='registry.person', verbose_name='人员')),
                        ('issuer', models.CharField(blank=True, max_length=120, verbose_name='发证机构')),
                        ('looked_up_in', models.CharField(blank=True, max_length=80, verbose_name='查询来源')),
                        ('looked_up_on', models.DateField(blank=True, null=True, verbose_name='查询日期')),
                        ('obtained_by', models.CharField(choices=[('assessment', '考核评价'), ('contest', '竞赛晋升'), ('direct_recognition', '企业直接认定'), ('commendation', '表彰晋升'), ('other', '其他方式')], default=gongjiang.law.claim_terms.Obtained['ASSESSMENT'], max_length=20, verbose_name='取得方式')),
                    ],
                ),
                migrations.CreateModel(
                    name='Mentorship',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('since', models.DateField(blank=True, null=True, verbose_name='起')),
                        ('apprentice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentorships', to='registry.person', verbose_name='徒弟')),
                        ('master', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='apprenticeships', to='registry.person', verbose_name='师傅')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('master', 'apprentice'), name='one_mentorship_per_pair'), models.CheckConstraint(condition=models.Q(('master', models.F('apprentice')), _negated=True), name='nobody_is_their_own_master')],
                    },
                ),
                migrations.CreateModel(
                    name='HeldHonour',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('printed', models.CharField(max_length=80, verbose_name='名称（原样）')),
                        ('document', models.CharField(blank=True, max_length=80, verbose_name='文号')),
                        ('given_on', models.DateField(blank=True, null=True, verbose_name='授予日期')),
                        ('entry', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='held', to='registry.honourname', verbose_name='荣誉')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='held_honours', to='registry.person', verbose_name='人员')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('person', 'printed'), name='an_honour_is_held_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Result',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rank', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='名次')),
                        ('medal', models.CharField(blank=True, choices=[('none', '无奖牌'), ('gold', '金牌'), ('silver', '银牌'), ('bronze', '铜牌'), ('excellence', '优胜奖')], max_length=10, verbose_name='奖牌')),
                        ('annulled_on', models.DateField(blank=True, null=True, verbose_name='取消日期')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='result', to='registry.entry', verbose_name='参赛')),
                        ('published_on', models.DateField(blank=True, null=True, verbose_name='发布日期')),
                        ('filed_at', models.DateTimeField(blank=True, null=True, verbose_name='报送时间')),
                        ('filed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='报送人')),
                        ('points', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='标准分')),
                        ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='发布人')),
                        ('raw', models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True, verbose_name='原始分')),
                        ('verified_at', models.DateTimeField(blank=True, null=True, verbose_name='核验时间')),
                        ('verified_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='核验人')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('verified_by', None), models.Q(('verified_by', models.F('filed_by')), _negated=True), _connector='OR'), name='another_hand_verifies_a_result')],
                    },
                ),
                migrations.CreateModel(
                    name='Delivery',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(db_index=True, max_length=20, verbose_name='数据')),
                        ('source', models.CharField(max_length=80, verbose_name='来源')),
                        ('name', models.CharField(max_length=160, verbose_name='文件名')),
                        ('sha256', models.CharField(max_length=64, verbose_name='摘要')),
                        ('rows', models.PositiveIntegerField(default=0, verbose_name='行数')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('kind', 'sha256'), name='a_file_is_taken_in_once')],
                    },
                ),
                migrations.CreateModel(
                    name='InsuranceRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField(help_text='the first day of the month', verbose_name='月份')),
                        ('months', models.PositiveSmallIntegerField(verbose_name='累计参保月数')),
                        ('status', models.CharField(choices=[('enterprise_worker', '企业职工'), ('ui_benefit', '领取失业保险金人员'), ('student', '在校学生'), ('public_institution', '机关事业单位人员'), ('flexible', '灵活就业人员'), ('retired', '已达退休年龄')], max_length=20, verbose_name='身份')),
                        ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.delivery', verbose_name='来文')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='insurance', to='registry.person', verbose_name='人员')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('person', 'month'), name='one_record_a_month')],
                    },
                ),
                migrations.CreateModel(
                    name='OutsideCertificate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.CharField(max_length=30, unique=True, verbose_name='证书编号')),
                        ('level', models.CharField(choices=[('none', '无等级'), ('apprentice', '学徒工'), ('junior_worker', '初级工'), ('intermediate_worker', '中级工'), ('senior_worker', '高级工'), ('technician', '技师'), ('senior_technician', '高级技师'), ('special_technician', '特级技师'), ('chief_technician', '首席技师（八级）')], max_length=20, verbose_name='等级')),
                        ('occupation', models.CharField(blank=True, max_length=60, verbose_name='职业（工种）')),
                        ('issued_on', models.DateField(blank=True, null=True, verbose_name='发证日期')),
                        ('revoked', models.BooleanField(default=False, verbose_name='已注销')),
                        ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.delivery', verbose_name='来文')),
                    ],
                ),
                migrations.CreateModel(
                    name='OutsidePayment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('id_index', models.CharField(db_index=True, max_length=64, verbose_name='证件索引')),
                        ('certificate_number', models.CharField(blank=True, max_length=30, verbose_name='证书编号')),
                        ('kind', models.CharField(max_length=40, verbose_name='类别')),
                        ('occupation', models.CharField(max_length=60, verbose_name='职业（工种）')),
                        ('level', models.CharField(blank=True, choices=[('none', '无等级'), ('apprentice', '学徒工'), ('junior_worker', '初级工'), ('intermediate_worker', '中级工'), ('senior_worker', '高级工'), ('technician', '技师'), ('senior_technician', '高级技师'), ('special_technician', '特级技师'), ('chief_technician', '首席技师（八级）')], max_length=20, verbose_name='等级')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                        ('amount', models.BigIntegerField(default=0, verbose_name='金额（分）')),
                        ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.delivery', verbose_name='来文')),
                    ],
                ),
                migrations.CreateModel(
                    name='ShortageOccupation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=60, verbose_name='职业（工种）')),
                        ('since', models.DateField(verbose_name='自')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='至')),
                        ('document', models.CharField(max_length=80, verbose_name='依据文号')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('name', 'since'), name='a_shortage_begins_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Edition',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('klass', models.CharField(choices=[('worldskills', '世界技能大赛'), ('national_1', '国家级一类'), ('national_2', '国家级二类'), ('province_1', '省级一类'), ('province_2', '省级二类'), ('city_1', '市级一类'), ('city_2', '市级二类'), ('trial', '选拔赛')], max_length=12, verbose_name='类别')),
                        ('approving_document', models.CharField(max_length=80, verbose_name='批准文号')),
                        ('held_on', models.DateField(blank=True, null=True, verbose_name='举办日期')),
                        ('name', models.CharField(blank=True, max_length=40, verbose_name='届次')),
                        ('contest', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='registry.contest', verbose_name='竞赛')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('entries_close_on', models.DateField(blank=True, null=True, verbose_name='报名截止')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('contest', 'name'), name='one_edition_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Contest',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('name', models.CharField(max_length=120, unique=True, verbose_name='名称')),
                        ('organiser', models.CharField(blank=True, max_length=120, verbose_name='主办单位')),
                    ],
                    options={
                        'ordering': ['name'],
                    },
                ),
                migrations.CreateModel(
                    name='Trade',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('name', models.CharField(blank=True, max_length=60, verbose_name='赛项')),
                        ('team_size', models.PositiveSmallIntegerField(default=1, verbose_name='每队人数')),
                        ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='trades', to='registry.edition', verbose_name='届次')),
                    ],
                    options={
                        'ordering': ['name'],
                        'constraints': [models.UniqueConstraint(fields=('edition', 'name'), name='one_trade_per_edition'), models.CheckConstraint(condition=models.Q(('team_size__gte', 1)), name='a_team_has_somebody')],
                    },
                ),
                migrations.CreateModel(
                    name='Entry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('team', models.CharField(blank=True, max_length=60, verbose_name='队名')),
                        ('delegation', models.CharField(blank=True, max_length=80, verbose_name='代表队')),
                        ('recommended_by', models.CharField(choices=[('city_hrss', '市人社部门'), ('central_enterprise', '中央企业'), ('other', '其他')], max_length=20, verbose_name='选派渠道')),
                        ('entered_on', models.DateField(blank=True, null=True, verbose_name='报名日期')),
                        ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='退赛日期')),
                        ('withdrawn_because', models.CharField(blank=True, max_length=200, verbose_name='退赛原因')),
                        ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.nominatingbody', verbose_name='推荐单位')),
                        ('trade', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='registry.trade', verbose_name='赛项')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_on', None), models.Q(('team', ''), _negated=True)), fields=('trade', 'team'), name='one_team_of_a_name_per_trade')],
                    },
                ),
                migrations.CreateModel(
                    name='Competitor',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('withdrawn', models.BooleanField(default=False, verbose_name='已退赛')),
                        ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation', verbose_name='工作单位')),
                        ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='competitors', to='registry.entry', verbose_name='参赛')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contest_entries', to='registry.person', verbose_name='选手')),
                        ('trade', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.trade', verbose_name='赛项')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn', False)), fields=('trade', 'person'), name='a_person_enters_a_trade_once')],
                    },
                ),
                migrations.CreateModel(
                    name='JudgedMark',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('aspect', models.CharField(max_length=60, verbose_name='评分项')),
                        ('max_mark', models.DecimalField(decimal_places=2, max_digits=8, verbose_name='满分')),
                        ('scores', models.JSONField(verbose_name='三名评委评分')),
                        ('mark', models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True, verbose_name='得分')),
                        ('at', models.DateTimeField(verbose_name='录入时间')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='录入人')),
                        ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judged', to='registry.entry', verbose_name='参赛')),
                    ],
                ),
                migrations.CreateModel(
                    name='ResultRuling',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('annul', '取消成绩'), ('reinstate', '恢复成绩')], max_length=10, verbose_name='事项')),
                        ('reason', models.CharField(max_length=300, verbose_name='理由')),
                        ('document', models.CharField(max_length=80, verbose_name='文号')),
                        ('prepared_at', models.DateTimeField(verbose_name='经办时间')),
                        ('decided_on', models.DateField(blank=True, null=True, verbose_name='审定日期')),
                        ('granted', models.BooleanField(null=True, verbose_name='同意')),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='审定人')),
                        ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办人')),
                        ('result', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rulings', to='registry.result', verbose_name='成绩')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('decided_by', None)), fields=('result',), name='one_open_ruling_per_result'), models.CheckConstraint(condition=models.Q(('decided_by', None), models.Q(('decided_by', models.F('prepared_by')), _negated=True), _connector='OR'), name='another_hand_decides_on_a_result')],
                    },
                ),
                migrations.CreateModel(
                    name='Award',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('name', models.CharField(max_length=80, unique=True, verbose_name='名称')),
                        ('name_en', models.CharField(blank=True, max_length=120, verbose_name='英文名称')),
                        ('level', models.CharField(choices=[('employer', '单位级'), ('district', '区级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='层级')),
                        ('giver', models.CharField(blank=True, max_length=80, verbose_name='评选单位')),
                        ('opens_on', models.DateField(blank=True, null=True, verbose_name='申报开始')),
                        ('closes_on', models.DateField(blank=True, null=True, verbose_name='申报截止')),
                        ('places', models.PositiveSmallIntegerField(default=0, verbose_name='推荐名额')),
                        ('central_apart', models.BooleanField(default=False, verbose_name='中央企业人员走本系统渠道')),
                        ('rules', models.CharField(blank=True, max_length=400, verbose_name='自身条件')),
                    ],
                    options={
                        'ordering': ['-closes_on', 'name'],
                    },
                ),
                migrations.CreateModel(
                    name='Token',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('name', models.CharField(max_length=60, verbose_name='名称')),
                        ('secret_sha256', models.CharField(max_length=64, unique=True, verbose_name='密钥摘要')),
                        ('scopes', models.JSONField(default=list, verbose_name='权限范围')),
                        ('made_at', models.DateTimeField(verbose_name='签发时间')),
                        ('expires_on', models.DateField(verbose_name='有效期至')),
                        ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='吊销时间')),
                        ('used_at', models.DateTimeField(blank=True, null=True, verbose_name='最近使用')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tokens', to=settings.AUTH_USER_MODEL, verbose_name='账号')),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='TokenAct',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.CharField(max_length=80, verbose_name='幂等键')),
                        ('asked_sha256', models.CharField(max_length=64, verbose_name='请求摘要')),
                        ('answer', models.JSONField(default=dict, verbose_name='答复')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('token', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='registry.token', verbose_name='令牌')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('token', 'key'), name='a_key_acts_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Emergency',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('asked_at', models.DateTimeField(verbose_name='申请时间')),
                        ('reason', models.CharField(max_length=300, verbose_name='事由')),
                        ('until', models.DateTimeField(null=True, verbose_name='有效至')),
                        ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='同意人')),
                        ('agreed_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='同意自然人')),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='申请人')),
                        ('asked_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='申请自然人')),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('agreed_by', None), models.Q(models.Q(('agreed_by', models.F('asked_by')), _negated=True), models.Q(('asked_person', None), models.Q(('agreed_person', models.F('asked_person')), _negated=True), _connector='OR')), _connector='OR'), name='an_emergency_has_two_people')],
                    },
                ),
                migrations.CreateModel(
                    name='Disclosure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(db_index=True, verbose_name='时间')),
                        ('reason', models.CharField(max_length=300, verbose_name='事由')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='查看人')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disclosures', to='registry.person', verbose_name='人员')),
                        ('emergency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reads', to='registry.emergency', verbose_name='应急查看')),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Retirement',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rule', models.CharField(max_length=20, verbose_name='期限类别')),
                        ('reason', models.CharField(max_length=300, verbose_name='事由')),
                        ('asked_at', models.DateTimeField(verbose_name='申请时间')),
                        ('done_at', models.DateTimeField(null=True, verbose_name='执行时间')),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='申请人')),
                        ('asked_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='申请自然人')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='执行人')),
                        ('done_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='执行自然人')),
                        ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='retirement', to='registry.person', verbose_name='人员')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('done_by', None), models.Q(models.Q(('done_by', models.F('asked_by')), _negated=True), models.Q(('asked_person', None), models.Q(('done_person', models.F('asked_person')), _negated=True), _connector='OR')), _connector='OR'), name='two_people_erase')],
                    },
                ),
                migrations.CreateModel(
                    name='Proposal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ref', models.CharField(default=gongjiang.office.registry.models.reference.new_reference, max_length=22, unique=True, verbose_name='编号')),
                        ('kind', models.CharField(choices=[('revoke', '撤销称号'), ('ruling', '签发口径'), ('parameter', '调整参数'), ('posting', '授予岗位')], max_length=12, verbose_name='事项')),
                        ('key', models.CharField(help_text='one at a time waits for one matter', max_length=160, verbose_name='对象')),
                        ('facts', models.JSONField(default=dict, verbose_name='内容')),
                        ('prepared_at', models.DateTimeField(verbose_name='经办时间')),
                        ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='审定时间')),
                        ('granted', models.BooleanField(null=True, verbose_name='同意')),
                        ('alone', models.BooleanField(default=False, verbose_name='单人办理')),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='审定账号')),
                        ('decided_person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='审定人')),
                        ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办账号')),
                        ('prepared_person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person', verbose_name='经办人')),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('decided_by', None)), fields=('kind', 'key'), name='one_proposal_waits_for_a_matter'), models.CheckConstraint(condition=models.Q(('decided_by', None), models.Q(('alone', True), ('kind', 'posting')), models.Q(models.Q(('decided_by', models.F('prepared_by')), _negated=True), models.Q(('decided_person', models.F('prepared_person')), _negated=True)), _connector='OR'), name='a_proposal_takes_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('alone', False), ('decided_at', None), ('decided_by', None), ('decided_person', None), ('granted', None)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('decided_person__isnull', False), ('granted__isnull', False)), _connector='OR'), name='a_proposal_is_decided_whole')],
                    },
                ),
            ],
        ),
    ]
