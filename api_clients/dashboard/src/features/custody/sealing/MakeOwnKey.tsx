import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { $api } from "@/lib/api";
import { keepAsFile } from "@/lib/keep-as-file";
import { type KeyPair, keyFile, makeKeyPair } from "./age";
import { KeyProblem } from "./KeyFileInput";
import { SEALING } from "./standing";

export const SHORTEST_PASSPHRASE = 15;

interface Props {
  slug: string;
  /** Whether there is a key that this one takes the place of. */
  replaces: boolean;
}

/** A custodian's own key: made here, kept as a file, its public half registered. */
export function MakeOwnKey({ slug, replaces }: Props) {
  const { t } = useLingui();
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [kept, setKept] = useState<KeyPair | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const register = $api.useMutation("post", `${SEALING}own_key/`);

  async function make() {
    setBusy(true);
    setProblem(null);
    try {
      const pair = await makeKeyPair();
      keepAsFile(new Blob([await keyFile(pair, passphrase)]), `dosja-key-${slug}.age`);
      setKept(pair);
    } catch (failed) {
      setProblem(failed);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack gap="sm" align="flex-start">
      {replaces && (
        <Alert color="yellow">
          <Trans>
            A new key opens nothing until another custodian, or whoever has the recovery key, passes the
            sealing key on to you.
          </Trans>
        </Alert>
      )}
      <Text size="sm">
        <Trans>
          Your key is a file that you keep, on a stick for instance. It is made in this browser. The server
          gets its public half alone and cannot make it again for you.
        </Trans>
      </Text>
      <PasswordInput
        w="100%"
        label={t`Passphrase for the file`}
        description={t`Several words, ${SHORTEST_PASSPHRASE} characters at least.`}
        autoComplete="new-password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <PasswordInput
        w="100%"
        label={t`The same once more`}
        autoComplete="new-password"
        value={again}
        error={again && again !== passphrase ? t`That is not the same.` : null}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
      <Button
        variant={kept ? "default" : "filled"}
        loading={busy}
        disabled={passphrase.length < SHORTEST_PASSPHRASE || again !== passphrase}
        onClick={() => void make()}
      >
        <Trans>Make my key and keep it as a file</Trans>
      </Button>
      {kept && (
        <>
          <Text size="sm">
            <Trans>Look whether the file is there. Then register its public half.</Trans>
          </Text>
          <Button
            loading={register.isPending}
            onClick={() => register.mutate({ params: { path: { slug } }, body: { public: kept.public } })}
          >
            <Trans>I have the file: register my key</Trans>
          </Button>
        </>
      )}
      <KeyProblem problem={problem ?? register.error} />
    </Stack>
  );
}
