-- The accounts by whose rights the gate and the nightly work read are nobody's. A password that an administrator gave one of them
-- opened every file of the city; what such a password has opened ends here.
UPDATE "user" SET password_hash = NULL, totp_secret = NULL, totp_last_step = NULL, oidc_subject = NULL
  WHERE id IN ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002');
UPDATE session SET revoked_at = now() WHERE revoked_at IS NULL AND user_id IN ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002');
UPDATE api_token SET revoked_at = now() WHERE revoked_at IS NULL AND user_id IN ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002');

ALTER TABLE "user" ADD CONSTRAINT system_signs_in_nowhere CHECK (id NOT IN ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002')
  OR (password_hash IS NULL AND totp_secret IS NULL AND oidc_subject IS NULL));
ALTER TABLE session ADD CONSTRAINT system_signs_in_nowhere CHECK (revoked_at IS NOT NULL OR user_id NOT IN ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'));
ALTER TABLE api_token ADD CONSTRAINT system_signs_in_nowhere CHECK (revoked_at IS NOT NULL OR user_id NOT IN ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'));
