
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('interviews', '0019_erasures'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=20)),
                ('text', models.TextField()),
                ('sender', models.CharField(max_length=32)),
                ('made_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('taken', models.BooleanField(default=False)),
                ('note', models.TextField(blank=True, help_text='Why it was dismissed.')),
                ('interview', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='interviews.interview')),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interviews.publication')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['made_at', 'pk'],
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('settled_at', None)), fields=['interview'], name='open_suggestions'), models.Index(fields=['made_at', 'sender'], name='suggestions_by_time')],
            },
        ),
    ]
