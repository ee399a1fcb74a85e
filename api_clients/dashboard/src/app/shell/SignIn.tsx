import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Anchor, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, lazy, Suspense, useEffect, useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { passkeysWork, showPasskey } from "@/features/account/passkeys";
import type { Schemas } from "@/lib/api";
import { forgetDraftKey } from "@/lib/drafts";
import { LANGUAGES, type Language, speak } from "@/lib/languages";
import { rememberPerson, signedIn } from "@/lib/signing-in";
import { type Outcome, sendCode, signIn, signOut } from "./auth";

const SetUp = lazy(() => import("@/features/account/SetUp"));

/** Opens over whatever is there when a session is missing or has ended; what was typed stays beneath. */
export default function SignIn() {
  const { t } = useLingui();
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
      title={t`Sign in to Dosja`}
      overlayProps={{ backgroundOpacity: 0.6, blur: 8 }}
    >
      <Suspense>
        <Steps />
      </Suspense>
    </Modal>
  );
}

function Steps() {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [email, setEmail] = useState("");
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    void whoIsHere().then((me) => setMissing(me?.second_factor_missing ?? false));
  }, []);
  const done = async (next: Outcome) => {
    setOutcome(next);
    if (next.step !== "done") return;
    forgetDraftKey();
    const me = await whoIsHere();
    // Somebody else: everything of the person before goes, and nothing of theirs is sent.
    if (rememberPerson(me?.email ?? email) === "another") window.location.assign("/dashboard/");
    else if (me?.second_factor_missing) setMissing(true);
    else signedIn();
  };
  if (missing) return <SetUp onDone={signedIn} onSignOut={() => void signOut()} />;
  return (
    <Stack>
      {outcome?.step === "code" ? (
        <CodeStep onDone={done} ways={outcome.ways ?? []} />
      ) : (
        <PasswordStep email={email} onEmail={setEmail} outcome={outcome} onDone={done} />
      )}
      <LanguageLine />
    </Stack>
  );
}

/** Past the door that waits for this very dialog. */
async function whoIsHere(): Promise<Schemas["Me"] | null> {
  const answer = await fetch("/api/v1/me/", { credentials: "same-origin" });
  return answer.ok ? ((await answer.json()) as Schemas["Me"]) : null;
}

interface StepProps {
  onDone: (outcome: Outcome) => unknown;
}

function useStep(act: () => Promise<Outcome>, onDone: (outcome: Outcome) => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onDone(await act());
    } catch (trouble) {
      setError(trouble);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, submit };
}

function PasswordStep({
  email,
  onEmail,
  outcome,
  onDone,
}: StepProps & { email: string; onEmail: (email: string) => void; outcome: Outcome | null }) {
  const { t } = useLingui();
  const [password, setPassword] = useState("");
  const { busy, error, submit } = useStep(() => signIn(email, password), onDone);
  return (
    <form onSubmit={submit}>
      <Stack>
        <Refusal outcome={outcome} />
        <ProblemAlert problem={error} />
        <TextInput
          label={t`E-mail address`}
          type="email"
          autoComplete="username"
          required
          data-autofocus
          value={email}
          onChange={(event) => onEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t`Password`}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": t`Show the password` }}
        />
        <Button type="submit" loading={busy}>
          <Trans>Sign in</Trans>
        </Button>
        <PasskeyButton door="login" onDone={onDone} />
        <Anchor href="/password/" size="sm" ta="center">
          <Trans>Forgotten password</Trans>
        </Anchor>
      </Stack>
    </form>
  );
}

function PasskeyButton({ door, onDone }: StepProps & { door: "authenticate" | "login" }) {
  const [failed, setFailed] = useState(false);
  if (!passkeysWork()) return null;
  const show = async () => {
    setFailed(false);
    try {
      await showPasskey(door);
    } catch {
      return setFailed(true);
    }
    await onDone({ step: "done" });
  };
  return (
    <>
      <Button variant="default" onClick={() => void show()}>
        {door === "login" ? <Trans>Sign in with a passkey</Trans> : <Trans>Use a passkey</Trans>}
      </Button>
      {failed && (
        <Alert color="red" role="alert">
          <Trans>The passkey did not sign you in. Try once more, or another way.</Trans>
        </Alert>
      )}
    </>
  );
}

function CodeStep({ onDone, ways }: StepProps & { ways: string[] }) {
  const { t } = useLingui();
  const [code, setCode] = useState("");
  const [refused, setRefused] = useState<Outcome | null>(null);
  const { busy, error, submit } = useStep(
    () => sendCode(code.trim()),
    (outcome) => (outcome.step === "refused" ? setRefused(outcome) : onDone(outcome)),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <Refusal outcome={refused} />
        <ProblemAlert problem={error} />
        <TextInput
          label={t`Second step: the code of your app, or a recovery code`}
          autoComplete="one-time-code"
          required
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          <Trans>Go on</Trans>
        </Button>
        {ways.includes("webauthn") && <PasskeyButton door="authenticate" onDone={onDone} />}
      </Stack>
    </form>
  );
}

function Refusal({ outcome }: { outcome: Outcome | null }) {
  if (outcome?.step !== "refused" && outcome?.step !== "slow-down") return null;
  return (
    <Alert color="red" role="alert">
      {outcome.message ?? <Trans>Too many tries. Please wait a little.</Trans>}
    </Alert>
  );
}

function LanguageLine() {
  const { i18n } = useLingui();
  return (
    <Group gap="xs" justify="center">
      {(Object.entries(LANGUAGES) as [Language, string][]).map(([code, name]) =>
        code === i18n.locale ? (
          <Text key={code} size="sm" fw={600} lang={code}>
            {name}
          </Text>
        ) : (
          <Button key={code} variant="subtle" size="compact-sm" lang={code} onClick={() => void speak(code)}>
            {name}
          </Button>
        ),
      )}
    </Group>
  );
}
