-- Every list is read by an index in its own order, whatever it is narrowed to: what an index has to skip grows with the register.

CREATE INDEX dispute_of_mediator ON dispute (mediator_id, registered_on DESC, id DESC) WHERE mediator_id IS NOT NULL;
CREATE INDEX dispute_by_status ON dispute (status, registered_on DESC, id DESC);
CREATE INDEX dispute_by_category ON dispute (category, registered_on DESC, id DESC);
CREATE INDEX dispute_by_outcome ON dispute (outcome, registered_on DESC, id DESC) WHERE outcome IS NOT NULL;

CREATE INDEX petition_of_handler ON petition (handler_id, registered_on DESC, id DESC) WHERE handler_id IS NOT NULL;
CREATE INDEX petition_by_status ON petition (status, registered_on DESC, id DESC);
CREATE INDEX petition_by_channel ON petition (channel, registered_on DESC, id DESC);
CREATE INDEX petition_by_kind ON petition (subject, registered_on DESC, id DESC);

CREATE INDEX legal_aid_newest ON legal_aid_matter (started_on DESC, id DESC);
CREATE INDEX legal_aid_of_lawyer ON legal_aid_matter (lawyer_id, started_on DESC, id DESC) WHERE lawyer_id IS NOT NULL;
CREATE INDEX disbursement_newest ON disbursement (paid_on DESC, id DESC);
CREATE INDEX mass_incident_newest ON mass_incident (occurred_on DESC, id DESC);
