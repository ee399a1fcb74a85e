import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { useDates } from "@/lib/dates";
import { AppForm, CodesShown } from "./AppForm";
import { Passkeys } from "./Passkeys";
import { PasswordBox, Refusal, useAct } from "./parts";
import { type Authenticator, authenticators, newCodes, reauthenticate, removeApp } from "./second-factor";

export const KEY = ["second-factor"];

/** The app that shows codes, and recovery codes for the day on which the telephone is gone. */
export function SecondFactor() {
  const query = useQuery({ queryKey: KEY, queryFn: authenticators });
  return (
    <Stack component="section" aria-labelledby="second-factor">
      <Title order={2} size="h4" id="second-factor">
        <Trans>Second step at the sign-in</Trans>
      </Title>
      <Loaded query={query} isEmpty={() => false}>
        {(all) => {
          const app = all.find((one) => one.type === "totp");
          const passkeys = all.filter((one) => one.type === "webauthn");
          const codes = all.find((one) => one.type === "recovery_codes");
          return (
            <>
              {app ? <Protected app={app} /> : <Unprotected alone={passkeys.length === 0} />}
              <Passkeys passkeys={passkeys} />
              {(app || passkeys.length > 0) && <RecoveryCodes codes={codes} />}
            </>
          );
        }}
      </Loaded>
    </Stack>
  );
}

function Unprotected({ alone }: { alone: boolean }) {
  const [beginning, setBeginning] = useState(false);
  if (beginning) return <AddApp />;
  return (
    <>
      <Text>
        {alone ? (
          <Trans>
            Your account is protected by a password alone. An app on your telephone that shows a new code
            every half minute keeps out whoever learns the password.
          </Trans>
        ) : (
          <Trans>You have no app that shows codes.</Trans>
        )}
      </Text>
      <Group>
        <Button onClick={() => setBeginning(true)} variant={alone ? "filled" : "default"}>
          <Trans>Add an app</Trans>
        </Button>
      </Group>
    </>
  );
}

function AddApp() {
  const client = useQueryClient();
  return <AppForm onAdded={() => client.invalidateQueries({ queryKey: KEY })} />;
}

function Protected({ app }: { app: Authenticator }) {
  const dates = useDates();
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const remove = useAct(async () => {
    await reauthenticate(password);
    await removeApp();
    await client.invalidateQueries({ queryKey: KEY });
  });
  const since = dates.moment(new Date(app.created_at * 1000).toISOString());
  const { t } = useLingui();
  return (
    <Stack>
      <Alert color="green">
        <Trans>Your sign-in asks for a code of your app since {since}.</Trans>
      </Alert>
      <Refusal message={remove.refusal} />
      <PasswordBox
        label={t`Your password, before the app is taken away`}
        value={password}
        onChange={setPassword}
      />
      <Group>
        <Button
          onClick={() => void remove.act()}
          loading={remove.busy}
          disabled={!password}
          variant="default"
        >
          <Trans>Take the app away</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

function RecoveryCodes({ codes }: { codes: Authenticator | undefined }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState<string[] | null>(null);
  const make = useAct(async () => {
    await reauthenticate(password);
    setShown(await newCodes());
    await client.invalidateQueries({ queryKey: KEY });
  });
  const left = codes?.unused_code_count ?? 0;
  return (
    <Stack component="section" aria-label={t`Recovery codes`}>
      <Title order={3} size="h5">
        <Trans>Recovery codes</Trans>
      </Title>
      <Text>
        {codes ? (
          <Plural
            value={left}
            one="# recovery code is left. Each comes in once, when the telephone is not at hand."
            other="# recovery codes are left. Each comes in once, when the telephone is not at hand."
          />
        ) : (
          <Trans>You have no recovery codes. Without them a lost telephone means a lost account.</Trans>
        )}
      </Text>
      {shown && <CodesShown codes={shown} />}
      <Refusal message={make.refusal} />
      <PasswordBox
        label={t`Your password, before new codes are made`}
        value={password}
        onChange={setPassword}
      />
      <Group>
        <Button onClick={() => void make.act()} loading={make.busy} disabled={!password} variant="default">
          <Trans>Make new recovery codes</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
