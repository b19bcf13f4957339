-- 三员 stand apart: whoever sets the password of an officer signs in as that officer, and the separation of the three is void.

-- Whether an account holds an officer's role, now or in a grant still to begin. Asked past the policies: an administrator of a district
-- does not see a grant over the city, and would take an officer of the city for anybody.
CREATE FUNCTION bangfu.is_officer(a_user uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM role_grant g JOIN role r ON r.code = g.role_code
    WHERE g.user_id = a_user AND r.officer IS NOT NULL AND g.revoked_at IS NULL
      AND (g.valid_to IS NULL OR g.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date)) $$;
REVOKE ALL ON FUNCTION bangfu.is_officer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bangfu.is_officer(uuid) TO bangfu_app;

-- An officer's secrets change by the officer's own hand, or through the gate: at a sign-in, and by the command on the server.
CREATE FUNCTION bangfu.keep_officers_secrets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF bangfu.actor() NOT IN (NEW.id, '00000000-0000-7000-8000-000000000001') AND bangfu.is_officer(NEW.id)
    THEN RAISE EXCEPTION 'officers stand apart' USING ERRCODE = 'BF001', CONSTRAINT = 'officers_stand_apart'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER officers_stand_apart BEFORE UPDATE OF password_hash, totp_secret, oidc_subject ON "user" FOR EACH ROW
  EXECUTE FUNCTION bangfu.keep_officers_secrets();
