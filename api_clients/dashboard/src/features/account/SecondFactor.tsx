import { Plural, Trans, useLingui } from "@lingui/react/macro";
import {
  Alert,
  Button,
  Code,
  Group,
  PasswordInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { QRCodeSVG } from "qrcode.react";
import { type FormEvent, useState } from "react";
import { Loaded } from "@/components/Loaded";
import { useDates } from "@/lib/dates";
import {
  type Authenticator,
  addApp,
  authenticators,
  newApp,
  newCodes,
  Refused,
  reauthenticate,
  removeApp,
} from "./second-factor";

const KEY = ["second-factor"];

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
          return app ? (
            <Protected app={app} codes={all.find((one) => one.type === "recovery_codes")} />
          ) : (
            <Unprotected />
          );
        }}
      </Loaded>
    </Stack>
  );
}

function Unprotected() {
  const [beginning, setBeginning] = useState(false);
  if (beginning) return <AddApp />;
  return (
    <>
      <Text>
        <Trans>
          Your account is protected by a password alone. An app on your telephone that shows a new code every
          half minute keeps out whoever learns the password.
        </Trans>
      </Text>
      <Group>
        <Button onClick={() => setBeginning(true)}>
          <Trans>Add an app</Trans>
        </Button>
      </Group>
    </>
  );
}

function AddApp() {
  const { t } = useLingui();
  const client = useQueryClient();
  const fresh = useQuery({
    queryKey: [...KEY, "new"],
    queryFn: newApp,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const { refusal, busy, submit } = useAct(async () => {
    await reauthenticate(password);
    await addApp(code.trim());
    await client.invalidateQueries({ queryKey: KEY });
  });
  return (
    <Loaded query={fresh} isEmpty={() => false}>
      {({ secret, address }) => (
        <form onSubmit={submit}>
          <Stack>
            <Text>
              <Trans>
                1. Open the app (any that shows one-time codes) and take this picture with it, or type the
                key.
              </Trans>
            </Text>
            <Group align="center">
              <QRCodeSVG value={address} size={168} marginSize={2} title={t`Picture for the app`} />
              <Code fz="md">{secret.replaceAll(/(.{4})/g, "$1 ").trim()}</Code>
            </Group>
            <Refusal message={refusal} />
            <TextInput
              label={t`2. The code that the app shows now`}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <PasswordBox label={t`3. Your password, once more`} value={password} onChange={setPassword} />
            <Group>
              <Button type="submit" loading={busy}>
                <Trans>Turn the second step on</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Loaded>
  );
}

function Protected({ app, codes }: { app: Authenticator; codes: Authenticator | undefined }) {
  const { t } = useLingui();
  const dates = useDates();
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState<string[] | null>(null);
  const make = useAct(async () => {
    await reauthenticate(password);
    setShown(await newCodes());
    await client.invalidateQueries({ queryKey: KEY });
  });
  const remove = useAct(async () => {
    await reauthenticate(password);
    await removeApp();
    await client.invalidateQueries({ queryKey: KEY });
  });
  const left = codes?.unused_code_count ?? 0;
  const since = dates.moment(new Date(app.created_at * 1000).toISOString());
  return (
    <Stack>
      <Alert color="green">
        <Trans>Your sign-in asks for a code of your app since {since}.</Trans>
      </Alert>
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
      {shown && (
        <Alert color="orange" title={t`Write these down now: they are shown this once`}>
          <SimpleGrid cols={{ base: 2, sm: 5 }}>
            {shown.map((one) => (
              <Code key={one} fz="md">
                {one}
              </Code>
            ))}
          </SimpleGrid>
        </Alert>
      )}
      <Refusal message={make.refusal ?? remove.refusal} />
      <PasswordBox
        label={t`Your password, before anything is changed`}
        value={password}
        onChange={setPassword}
      />
      <Group>
        <Button onClick={() => void make.act()} loading={make.busy} disabled={!password}>
          <Trans>Make new recovery codes</Trans>
        </Button>
        <Button
          onClick={() => void remove.act()}
          loading={remove.busy}
          disabled={!password}
          variant="default"
        >
          <Trans>Turn the second step off</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

interface BoxProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function PasswordBox({ label, value, onChange }: BoxProps) {
  const { t } = useLingui();
  return (
    <PasswordInput
      label={label}
      autoComplete="current-password"
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ "aria-label": t`Show the password` }}
    />
  );
}

function Refusal({ message }: { message: string | null }) {
  if (message === null) return null;
  return (
    <Alert color="red" role="alert">
      {message || <Trans>That did not work. Look at the code and the password once more.</Trans>}
    </Alert>
  );
}

function useAct(work: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const act = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      await work();
    } catch (trouble) {
      setRefusal(trouble instanceof Refused ? trouble.message : "");
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act();
  };
  return { act, submit, busy, refusal };
}
