-- Who has agreed stands in approvals; what earlier releases wrote here is read no more.
alter table contract alter column approvals drop not null;

-- What was under review, or approved and not yet sealed, is handed in again.
update contract
set status = 'DRAFT', version = version + 1, signatures = '[]', authorized_signatory = null, legal_due = null
where status in ('LEGAL_REVIEW', 'HEAD_SIGNOFF', 'LEAD_SIGNOFF', 'APPROVED');
