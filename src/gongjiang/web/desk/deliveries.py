"""Files of other registers: certificates, insurance, other funds' payments. Taken in whole or not at all."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from gongjiang.office.clerk.deliveries import Sent, take_delivery
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import Delivery
from gongjiang.office.registry.sheets.delivery_columns import COLUMNS
from gongjiang.office.registry.sheets.reading import BIGGEST
from gongjiang.web.replies import in_words
from gongjiang.web.visitor import actor, allowed, now

PAGE = 50
KINDS = {
    "certificates": gettext_lazy("证书登记"),
    "insurance": gettext_lazy("失业保险参保"),
    "payments": gettext_lazy("其他资金已付"),
}


class DeliveryForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("数据"), choices=list(KINDS.items()))
    source = forms.CharField(label=gettext_lazy("来源单位"), max_length=80)
    file = forms.FileField(label=gettext_lazy("文件（xlsx、csv，至多 20 MB）"), max_length=160)

    def clean_file(self) -> bytes:
        held = self.cleaned_data["file"]
        if held.size > BIGGEST:
            raise forms.ValidationError(_("文件超过 20 MB"))
        self.named = str(held.name)
        data: bytes = held.read()
        return data


@require_http_methods(["GET", "POST"])
@allowed("register.keep")
def deliveries(request: HttpRequest) -> HttpResponse:
    form = DeliveryForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            sent = Sent(asked["kind"], asked["source"], form.named, asked["file"])
            made = take_delivery(sent, actor(request), now())
            messages.success(
                request, ngettext("已载入 %(rows)s 行", "已载入 %(rows)s 行", made.rows) % {"rows": made.rows}
            )
            return redirect("desk:deliveries")
        except Refused as no:
            form.add_error("file", in_words(request, no.said))
    page = Paginator(Delivery.objects.order_by("-pk"), PAGE).get_page(request.GET.get("page"))
    columns = [(KINDS[kind], [c.headings[0] for c in held]) for kind, held in COLUMNS.items()]
    return render(request, "desk/deliveries.html", {
        "face": "claims", "form": form, "page": page, "kinds": KINDS, "columns": columns,
    })  # fmt: skip
