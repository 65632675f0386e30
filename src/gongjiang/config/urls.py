"""Every address of the house, by face."""

from django.urls import include, path
from django.views.generic import TemplateView

from gongjiang.web import health

LOST = TemplateView.as_view(template_name="account/lost.html")

urlpatterns = [
    path("api/", include("gongjiang.web.api.urls")),
    path("account/password/reset/", LOST),
    path("account/email/", LOST),
    path("account/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("desk/", include("gongjiang.web.desk.urls")),
    path("panel/", include("gongjiang.web.panel.urls")),
    path("finance/", include("gongjiang.web.finance.urls")),
    path("insight/", include("gongjiang.web.insight.urls")),
    path("health", health.health, name="health"),
    path("health/live", health.live, name="health_live"),
    path("metrics", health.metrics, name="metrics"),
    path("", include("gongjiang.web.portal.urls")),
]

handler404 = "gongjiang.web.api.problems.lost"
handler500 = "gongjiang.web.api.problems.broken"
