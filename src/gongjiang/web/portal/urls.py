"""Addresses of the portal."""

from django.urls import path

from gongjiang.web.portal import (
    certificates,
    comfort,
    contests,
    credentials,
    demo,
    entitled,
    figures,
    home,
    notices,
    roster,
    schemes,
    sessions,
    stories,
)

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("schemes/", schemes.index, name="schemes"),
    path("scheme/<slug:slug>/", schemes.scheme, name="scheme"),
    path("entitled/", entitled.entitled, name="entitled"),
    path("notices/", notices.index, name="notices"),
    path("notice/<str:ref>/", notices.notice, name="notice"),
    path("notice/<str:ref>/object/<int:entry>/", notices.object_to, name="object"),
    path("notice/received/<str:ref>/", notices.received, name="received"),
    path("craftsmen/", roster.roster, name="roster"),
    path("craftsman/<str:ref>/", roster.craftsman, name="craftsman"),
    path("stories/", stories.index, name="stories"),
    path("story/<str:ref>/", stories.story, name="story"),
    path("contests/", contests.index, name="contests"),
    path("contest/<str:ref>/", contests.contest, name="contest"),
    path("sessions/", sessions.sessions, name="sessions"),
    path("figures/", figures.figures, name="figures"),
    path("draws/", notices.draws, name="draws"),
    path("draw/<str:code>/<int:attempt>/", notices.draw, name="draw"),
    path("draw/replay.py", notices.script, name="replay"),
    path("verify/", certificates.verify, name="verify"),
    path("verify/<str:code>/", certificates.verified, name="verified"),
    path("verify/<str:code>/credential.json", credentials.credential, name="credential"),
    path("credentials/status/<int:number>/", credentials.status_list, name="status_list"),
    path("issuer.json", credentials.issuer, name="issuer"),
    path("issuer.pem", credentials.seals, name="seals"),
    path(".well-known/did.json", credentials.did, name="did"),
    path("healthz", comfort.healthz, name="healthz"),
    path("elder/", comfort.elder, name="elder"),
    path("demo/clock/", demo.clock, name="clock"),
    path("demo/enter/", demo.enter, name="enter"),
]
