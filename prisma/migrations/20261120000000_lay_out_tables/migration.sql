-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "password_set_at" TIMESTAMPTZ(3),
    "must_change" BOOLEAN NOT NULL DEFAULT false,
    "totp_secret" BYTEA,
    "totp_last_step" BIGINT,
    "oidc_subject" TEXT,
    "organisation_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "failed_attempts" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL DEFAULT 'zh',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "sentence_zh" TEXT NOT NULL,
    "officer" TEXT,

    CONSTRAINT "role_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "role_permission" (
    "role_code" TEXT NOT NULL,
    "permission" TEXT NOT NULL,
    "reach" TEXT NOT NULL,
    "mode" TEXT NOT NULL,

    CONSTRAINT "role_permission_pkey" PRIMARY KEY ("role_code","permission")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role_code" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "amount_limit" BIGINT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "granted_by" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reach" (
    "user_id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "everything" BOOLEAN NOT NULL,
    "organisation_ids" UUID[],
    "assigned" BOOLEAN NOT NULL,

    CONSTRAINT "reach_pkey" PRIMARY KEY ("user_id","noun","mode")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "csrf_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotent_answer" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "disbursement" (
    "id" UUID NOT NULL,
    "programme" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "division_code" TEXT,
    "person_id" UUID NOT NULL,
    "payee_name" TEXT NOT NULL,
    "hardship_kind" TEXT,
    "level" TEXT,
    "campaign" TEXT,
    "fund_source" TEXT,
    "cash_fen" BIGINT NOT NULL,
    "goods_fen" BIGINT NOT NULL DEFAULT 0,
    "bank_account_id" UUID,
    "method" TEXT,
    "paid_on" DATE NOT NULL,
    "payer" TEXT,
    "handler" TEXT,
    "honour" TEXT,
    "honour_level" TEXT,
    "honour_year" INTEGER,
    "employer_name" TEXT,
    "household_size" INTEGER,
    "parts" JSONB,
    "remark" TEXT,
    "import_row_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "disbursement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT,
    "organisation_id" UUID,
    "subject_noun" TEXT,
    "subject_id" UUID,
    "address" TEXT,
    "request_id" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_link" (
    "seq" BIGINT NOT NULL,
    "entry_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_pending" (
    "entry_id" UUID NOT NULL,

    CONSTRAINT "audit_pending_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "clock_rule" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "unverified" BOOLEAN NOT NULL DEFAULT false,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "body" JSONB NOT NULL,

    CONSTRAINT "clock_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "estimated" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'running',
    "ended_on" DATE,
    "events" JSONB NOT NULL,
    "owner_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "organisation_id" UUID NOT NULL,
    "division_code" TEXT,
    "status" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "secondary" TEXT[],
    "severity" TEXT NOT NULL DEFAULT 'ordinary',
    "employer_id" UUID,
    "employer_name" TEXT NOT NULL,
    "applicant_id" UUID,
    "applicant_name" TEXT NOT NULL,
    "worker_count" INTEGER NOT NULL DEFAULT 1,
    "common_request" BOOLEAN NOT NULL DEFAULT false,
    "request" TEXT,
    "claimed_fen" BIGINT,
    "mediation_body_id" UUID,
    "mediation_body" TEXT,
    "mediator_id" UUID,
    "mediator_name" TEXT,
    "registered_on" DATE NOT NULL,
    "applied_on" DATE,
    "accepted_on" DATE,
    "closed_on" DATE,
    "outcome" TEXT,
    "onward_route" TEXT,
    "agreed_fen" BIGINT,
    "performed_fen" BIGINT,
    "performed_on" DATE,
    "reason" TEXT,
    "remark" TEXT,
    "import_row_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute_party" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" UUID,
    "employer_id" UUID,
    "name" TEXT NOT NULL,
    "acts_for" UUID,
    "representative" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "dispute_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mass_incident" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "division_code" TEXT,
    "occurred_on" DATE NOT NULL,
    "employer_id" UUID,
    "employer_name" TEXT NOT NULL,
    "industry" TEXT,
    "ownership" TEXT,
    "worker_count" INTEGER NOT NULL,
    "form" TEXT,
    "category" TEXT,
    "request" TEXT,
    "handlers" TEXT,
    "stepped_in_on" DATE,
    "resolved_on" DATE,
    "result" TEXT,
    "amount_fen" BIGINT,
    "remark" TEXT,
    "import_row_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mass_incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_sequence" (
    "kind" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_sequence_pkey" PRIMARY KEY ("kind","organisation_id","year")
);

-- CreateTable
CREATE TABLE "blob" (
    "hash" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blob_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT,
    "note" TEXT,
    "details" JSONB,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hardship_file" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "organisation_id" UUID NOT NULL,
    "division_code" TEXT,
    "household_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "holder_name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "era" TEXT NOT NULL,
    "hardship_class" TEXT NOT NULL,
    "main_cause" TEXT NOT NULL,
    "other_causes" TEXT[],
    "certificate_no" TEXT,
    "employment" TEXT,
    "employer_id" UUID,
    "employer_name" TEXT,
    "household_size" INTEGER NOT NULL,
    "income_cipher" BYTEA,
    "outlay_cipher" BYTEA,
    "filed_by" TEXT,
    "filed_on" DATE NOT NULL,
    "ended_on" DATE,
    "remark" TEXT,
    "import_row_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hardship_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" BYTEA NOT NULL,
    "format" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "sheets" JSONB NOT NULL,
    "statement" JSONB,
    "rows_total" INTEGER,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "reversed_at" TIMESTAMPTZ(3),
    "reversed_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "sheet" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "kind" TEXT,
    "outcome" TEXT NOT NULL,
    "noun" TEXT,
    "record_id" UUID,
    "record_version" INTEGER,
    "key_hash" BYTEA,
    "content_hash" BYTEA,
    "amount_fen" BIGINT,
    "findings" JSONB,
    "raw_cipher" BYTEA,
    "before_cipher" BYTEA,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_key" (
    "kind" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "noun" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "import_id" UUID NOT NULL,

    CONSTRAINT "import_key_pkey" PRIMARY KEY ("kind","key_hash")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "key" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "run_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rung_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "progress" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "requested_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_aid_matter" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "kind" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "division_code" TEXT,
    "status" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "category" TEXT,
    "person_id" UUID,
    "person_name" TEXT NOT NULL,
    "migrant_worker" BOOLEAN,
    "beneficiary_count" INTEGER NOT NULL DEFAULT 1,
    "employer_id" UUID,
    "employer_name" TEXT,
    "started_on" DATE NOT NULL,
    "approved_on" DATE,
    "assigned_on" DATE,
    "closed_on" DATE,
    "lawyer_name" TEXT,
    "law_firm" TEXT,
    "lawyer_id" UUID,
    "content" TEXT,
    "result" TEXT,
    "recovered_fen" BIGINT,
    "subsidy_fen" BIGINT,
    "satisfaction" TEXT,
    "remark" TEXT,
    "import_row_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "legal_aid_matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number_prefix" TEXT,
    "division_code" TEXT,
    "uscc" TEXT,
    "member_count" INTEGER,
    "phone" TEXT,
    "address" TEXT,
    "established_on" DATE,
    "dissolved_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_parent" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by" UUID,

    CONSTRAINT "organisation_parent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_site" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "address" TEXT,
    "phone" TEXT,
    "functions" TEXT[],
    "accepted_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employer" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "search_keys" TEXT[],
    "uscc" TEXT,
    "org_code" TEXT,
    "license_no" TEXT,
    "industry" TEXT,
    "ownership" TEXT,
    "division_code" TEXT,
    "organisation_id" UUID,
    "address" TEXT,
    "phone" TEXT,
    "legal_person" TEXT,
    "code_unverified" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "employer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employer_alias" (
    "employer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,

    CONSTRAINT "employer_alias_pkey" PRIMARY KEY ("employer_id","name")
);

-- CreateTable
CREATE TABLE "mediation_body" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "employer_id" UUID,
    "division_code" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "set_up_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'listed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mediation_body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "division" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "other_names" TEXT[],
    "parent_code" TEXT,
    "kind" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "division_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "search_keys" TEXT[],
    "id_type" TEXT NOT NULL DEFAULT 'resident-id',
    "id_cipher" BYTEA,
    "id_index" BYTEA,
    "id_last4" TEXT,
    "id_masked" TEXT,
    "id_original" BYTEA,
    "sex" TEXT,
    "birth_date" DATE,
    "phone_cipher" BYTEA,
    "phone_index" BYTEA,
    "phone_masked" TEXT,
    "health_cipher" BYTEA,
    "ethnicity" TEXT,
    "politics" TEXT,
    "registered_at" TEXT,
    "address" TEXT,
    "employer_id" UUID,
    "merged_into" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_presence" (
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_presence_pkey" PRIMARY KEY ("person_id","organisation_id")
);

-- CreateTable
CREATE TABLE "bank_account" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "bank" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'card',
    "number_cipher" BYTEA NOT NULL,
    "number_index" BYTEA NOT NULL,
    "last4" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_member" (
    "id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "status" TEXT,
    "income_fen" BIGINT,
    "health_cipher" BYTEA,
    "schooling" TEXT,
    "joined_on" DATE,
    "left_on" DATE,
    "import_row_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "household_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_merge" (
    "id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "moved" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "merged_by" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "person_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_key" (
    "id" INTEGER NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "petition" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "matter_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "division_code" TEXT,
    "status" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT,
    "petitioner_id" UUID,
    "petitioner_name" TEXT,
    "phone_index" BYTEA,
    "phone_masked" TEXT,
    "address" TEXT,
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "person_count" INTEGER NOT NULL DEFAULT 1,
    "contact_kind" TEXT NOT NULL DEFAULT 'first',
    "employer_id" UUID,
    "employer_name" TEXT,
    "content" TEXT,
    "handling" TEXT,
    "handler_id" UUID,
    "handler_name" TEXT,
    "handling_office" TEXT,
    "registered_on" DATE NOT NULL,
    "accepted_on" DATE,
    "replied_on" DATE,
    "closed_on" DATE,
    "result" TEXT,
    "satisfaction" TEXT,
    "reason" TEXT,
    "remark" TEXT,
    "import_row_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "petition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "body" JSONB,
    "error" TEXT,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_figure" (
    "report_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "filter" JSONB NOT NULL,

    CONSTRAINT "report_figure_pkey" PRIMARY KEY ("report_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_username_key" ON "user"("username");

-- CreateIndex
CREATE UNIQUE INDEX "user_oidc_subject_key" ON "user"("oidc_subject");

-- CreateIndex
CREATE INDEX "user_organisation_id_idx" ON "user"("organisation_id");

-- CreateIndex
CREATE INDEX "role_grant_user_id_idx" ON "role_grant"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE INDEX "disbursement_organisation_id_paid_on_id_idx" ON "disbursement"("organisation_id", "paid_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "disbursement_person_id_idx" ON "disbursement"("person_id");

-- CreateIndex
CREATE INDEX "disbursement_programme_paid_on_idx" ON "disbursement"("programme", "paid_on");

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_at_idx" ON "audit_entry"("subject_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_at_idx" ON "audit_entry"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_entry_id_key" ON "audit_link"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "clock_rule_code_version_key" ON "clock_rule"("code", "version");

-- CreateIndex
CREATE INDEX "clock_subject_id_idx" ON "clock"("subject_id");

-- CreateIndex
CREATE INDEX "clock_owner_id_due_on_idx" ON "clock"("owner_id", "due_on");

-- CreateIndex
CREATE INDEX "clock_organisation_id_due_on_idx" ON "clock"("organisation_id", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_number_key" ON "dispute"("number");

-- CreateIndex
CREATE INDEX "dispute_organisation_id_registered_on_id_idx" ON "dispute"("organisation_id", "registered_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "dispute_mediator_id_status_idx" ON "dispute"("mediator_id", "status");

-- CreateIndex
CREATE INDEX "dispute_employer_id_idx" ON "dispute"("employer_id");

-- CreateIndex
CREATE INDEX "dispute_applicant_id_idx" ON "dispute"("applicant_id");

-- CreateIndex
CREATE INDEX "dispute_registered_on_id_idx" ON "dispute"("registered_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "dispute_party_dispute_id_idx" ON "dispute_party"("dispute_id");

-- CreateIndex
CREATE INDEX "dispute_party_person_id_idx" ON "dispute_party"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mass_incident_number_key" ON "mass_incident"("number");

-- CreateIndex
CREATE INDEX "mass_incident_organisation_id_occurred_on_id_idx" ON "mass_incident"("organisation_id", "occurred_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "activity_subject_id_recorded_at_id_idx" ON "activity"("subject_id", "recorded_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "activity_person_id_recorded_at_id_idx" ON "activity"("person_id", "recorded_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "hardship_file_number_key" ON "hardship_file"("number");

-- CreateIndex
CREATE INDEX "hardship_file_organisation_id_filed_on_id_idx" ON "hardship_file"("organisation_id", "filed_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "hardship_file_filed_on_id_idx" ON "hardship_file"("filed_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "hardship_file_household_id_idx" ON "hardship_file"("household_id");

-- CreateIndex
CREATE INDEX "hardship_file_holder_id_idx" ON "hardship_file"("holder_id");

-- CreateIndex
CREATE INDEX "import_organisation_id_created_at_idx" ON "import"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_row_import_id_outcome_idx" ON "import_row"("import_id", "outcome");

-- CreateIndex
CREATE INDEX "import_row_record_id_idx" ON "import_row"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_row_import_id_sheet_row_number_key" ON "import_row"("import_id", "sheet", "row_number");

-- CreateIndex
CREATE INDEX "import_key_record_id_idx" ON "import_key"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_status_run_at_idx" ON "outbox"("status", "run_at");

-- CreateIndex
CREATE UNIQUE INDEX "legal_aid_matter_number_key" ON "legal_aid_matter"("number");

-- CreateIndex
CREATE INDEX "legal_aid_matter_organisation_id_started_on_id_idx" ON "legal_aid_matter"("organisation_id", "started_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "legal_aid_matter_person_id_idx" ON "legal_aid_matter"("person_id");

-- CreateIndex
CREATE INDEX "organisation_parent_parent_id_idx" ON "organisation_parent"("parent_id");

-- CreateIndex
CREATE INDEX "service_site_organisation_id_idx" ON "service_site"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "employer_uscc_key" ON "employer"("uscc");

-- CreateIndex
CREATE UNIQUE INDEX "employer_org_code_key" ON "employer"("org_code");

-- CreateIndex
CREATE INDEX "employer_name_key_idx" ON "employer"("name_key");

-- CreateIndex
CREATE INDEX "employer_alias_name_key_idx" ON "employer_alias"("name_key");

-- CreateIndex
CREATE INDEX "mediation_body_organisation_id_idx" ON "mediation_body"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_id_index_key" ON "person"("id_index");

-- CreateIndex
CREATE INDEX "person_phone_index_idx" ON "person"("phone_index");

-- CreateIndex
CREATE INDEX "person_employer_id_idx" ON "person"("employer_id");

-- CreateIndex
CREATE INDEX "person_presence_organisation_id_idx" ON "person_presence"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_account_person_id_number_index_key" ON "bank_account"("person_id", "number_index");

-- CreateIndex
CREATE INDEX "household_member_household_id_idx" ON "household_member"("household_id");

-- CreateIndex
CREATE INDEX "household_member_person_id_idx" ON "household_member"("person_id");

-- CreateIndex
CREATE INDEX "person_merge_kept_id_idx" ON "person_merge"("kept_id");

-- CreateIndex
CREATE UNIQUE INDEX "petition_number_key" ON "petition"("number");

-- CreateIndex
CREATE INDEX "petition_organisation_id_registered_on_id_idx" ON "petition"("organisation_id", "registered_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "petition_handler_id_status_idx" ON "petition"("handler_id", "status");

-- CreateIndex
CREATE INDEX "petition_petitioner_id_idx" ON "petition"("petitioner_id");

-- CreateIndex
CREATE INDEX "petition_employer_id_idx" ON "petition"("employer_id");

-- CreateIndex
CREATE INDEX "petition_matter_id_idx" ON "petition"("matter_id");

-- CreateIndex
CREATE INDEX "petition_phone_index_idx" ON "petition"("phone_index");

-- CreateIndex
CREATE INDEX "petition_registered_on_id_idx" ON "petition"("registered_on" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "report_organisation_id_kind_period_from_period_to_key" ON "report"("organisation_id", "kind", "period_from", "period_to");

-- AddForeignKey
ALTER TABLE "role_permission" ADD CONSTRAINT "role_permission_role_code_fkey" FOREIGN KEY ("role_code") REFERENCES "role"("code") ON DELETE RESTRICT ON UPDATE CASCADE;


