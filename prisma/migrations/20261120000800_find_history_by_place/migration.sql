-- A report reads the past of its own organisations: of a town a hundredth of the city's. The place goes before the day.
DROP INDEX history.dispute_history_registered, history.dispute_history_accepted, history.dispute_history_closed,
  history.petition_history_registered, history.petition_history_closed, history.hardship_history_filed, history.disbursement_history_paid;
CREATE INDEX dispute_history_registered ON history.dispute (organisation_id, registered_on);
CREATE INDEX dispute_history_accepted ON history.dispute (organisation_id, accepted_on);
CREATE INDEX dispute_history_closed ON history.dispute (organisation_id, closed_on);
CREATE INDEX petition_history_registered ON history.petition (organisation_id, registered_on);
CREATE INDEX petition_history_closed ON history.petition (organisation_id, closed_on);
CREATE INDEX hardship_history_filed ON history.hardship_file (organisation_id, filed_on);
CREATE INDEX disbursement_history_paid ON history.disbursement (organisation_id, paid_on);
