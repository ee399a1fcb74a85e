import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { AppForm, CodesShown } from "./AppForm";
import { PasskeyForm } from "./PasskeyForm";
import { Refusal, useAct } from "./parts";
import { passkeysWork } from "./passkeys";
import { newCodes } from "./second-factor";

interface Props {
  onDone: () => void;
  onSignOut: () => void;
}

/** A second step is demanded and missing: it is set up here, over whatever the person was doing. */
export default function SetUp({ onDone, onSignOut }: Props) {
  const [way, setWay] = useState<"app" | "passkey" | null>(null);
  const [added, setAdded] = useState(false);
  if (added) return <Codes onDone={onDone} />;
  return (
    <Stack>
      <Text>
        <Trans>
          Your work here needs a second step at the sign-in. What you have begun stays as it is beneath this
          window.
        </Trans>
      </Text>
      {way === "app" && <AppForm onAdded={() => setAdded(true)} />}
      {way === "passkey" && <PasskeyForm onAdded={() => setAdded(true)} />}
      <Group>
        {way !== "app" && (
          <Button variant={way ? "default" : "filled"} onClick={() => setWay("app")}>
            <Trans>With an app that shows codes</Trans>
          </Button>
        )}
        {way !== "passkey" && passkeysWork() && (
          <Button variant="default" onClick={() => setWay("passkey")}>
            <Trans>With a passkey</Trans>
          </Button>
        )}
        <Button variant="subtle" onClick={onSignOut}>
          <Trans>Sign out</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

/** The password was shown a moment ago, so that codes can be made without asking again. */
function Codes({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const [codes, setCodes] = useState<string[] | null>(null);
  const make = useAct(async () => setCodes(await newCodes()));
  return (
    <Stack>
      <Text role="status">{t`The second step is on.`}</Text>
      <Text>
        <Trans>Recovery codes bring you in when the telephone is not at hand.</Trans>
      </Text>
      {codes && <CodesShown codes={codes} />}
      <Refusal message={make.refusal} />
      <Group>
        {!codes && (
          <Button onClick={() => void make.act()} loading={make.busy}>
            <Trans>Show me recovery codes</Trans>
          </Button>
        )}
        <Button variant={codes ? "filled" : "default"} onClick={onDone}>
          <Trans>Go on working</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
