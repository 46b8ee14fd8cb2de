"""Addresses of approval, amendments and responsibilities, below a plan's."""

from django.urls import include, path

from uigwe.web.approving.views import amendments, approval, handing

_plan = [
    path("approval/", approval.approval, name="approval"),
    path("approval/open/", approval.open_year, name="open_year"),
    path("approval/sign/", approval.sign_step, name="sign_step"),
    path("approval/fix/", approval.fix_year, name="fix_year"),
    path("approval/close/", approval.close_year, name="close_year"),
    path("approval/reopen/", approval.ask_reopening, name="ask_reopening"),
    path("approval/reopen/decide/", approval.decide_reopening, name="decide_reopening"),
    path("approval/attachment.hwpx", approval.approval_attachment, name="approval_attachment"),
    path("kept/<int:file>/", approval.kept_file, name="kept_file"),
    path("amendments/", amendments.amendments, name="amendments"),
    path("amendments/new/", amendments.request_amendment, name="request_amendment"),
    path("amendments/<int:number>/", amendments.amendment, name="amendment"),
    path("amendments/<int:number>/move/", amendments.move_amendment, name="move_amendment"),
    path("amendments/<int:number>/withdraw/", amendments.withdraw_amendment, name="withdraw_amendment"),
    path("amendments/<int:number>/open/", amendments.open_amendment, name="open_amendment"),
    path("responsibilities/", handing.responsibilities, name="responsibilities"),
    path("responsibilities/transfer/", handing.transfer_task, name="transfer_task"),
    path("responsibilities/hand-over/", handing.hand_over, name="hand_over"),
]

urlpatterns = [path("p/<slug:agency>/<int:year>/", include(_plan))]
