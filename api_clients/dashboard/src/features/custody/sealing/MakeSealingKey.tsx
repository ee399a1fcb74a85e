import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { $api } from "@/lib/api";
import { keepAsFile } from "@/lib/keep-as-file";
import { KeyError, type KeyPair, keyFile, makeKeyPair, openWith, sealTo } from "./age";
import { KeyFileInput, KeyProblem, NO_KEY_FILE, secretIn } from "./KeyFileInput";
import { SHORTEST_PASSPHRASE } from "./MakeOwnKey";
import { SEALING, type Standing } from "./standing";

interface Props {
  slug: string;
  standing: Standing;
  me: string;
}

/** A new key to seal to: the private half goes to custodians with a key of their own, and to the recovery key. */
export function MakeSealingKey({ slug, standing, me }: Props) {
  const { t } = useLingui();
  const { key } = standing;
  const [own, setOwn] = useState(NO_KEY_FILE);
  const [newRecovery, setNewRecovery] = useState(key === null);
  const [recovery, setRecovery] = useState<KeyPair | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const make = $api.useMutation("post", `${SEALING}keys/`);
  const mine = standing.custodians.find((one) => one.person.id === me)?.public ?? "";

  async function act(step: () => Promise<void>) {
    setBusy(true);
    setProblem(null);
    await step().catch(setProblem);
    setBusy(false);
  }

  async function makeRecovery() {
    const pair = await makeKeyPair();
    keepAsFile(new Blob([await keyFile(pair, passphrase)]), `dosja-recovery-${slug}.age`);
    setRecovery(pair);
  }

  async function makeKey() {
    const recoveryPublic = newRecovery ? recovery?.public : key?.recovery_public;
    if (!recoveryPublic) return;
    const secret = await secretIn(own);
    // Whoever cannot open the own copy would seal what nobody opens.
    if ((await openWith(secret, await sealTo(mine, "words"))) !== "words") throw new KeyError("wrong_key");
    const sealing = await makeKeyPair();
    const holders = standing.custodians.filter(
      (one) => one.public && (one.person.id === me || one.opens > 0),
    );
    const copies = await Promise.all(
      holders.map(async (one) => ({
        custodian: one.person.id,
        holder_public: one.public,
        wrapped: await sealTo(one.public, sealing.secret),
      })),
    );
    await make.mutateAsync({
      params: { path: { slug } },
      body: {
        public: sealing.public,
        recovery_public: recoveryPublic,
        recovery_wrapped: await sealTo(recoveryPublic, sealing.secret),
        copies,
        replaces: key?.id ?? null,
      },
    });
    setOwn(NO_KEY_FILE);
  }

  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">
        <Trans>
          Identities that come in are sealed to this key. You get a copy of its private half, and so does each
          custodian who has one now; others are passed it on.
        </Trans>
      </Text>
      {key && (
        <Checkbox
          label={t`Make a new recovery key, too`}
          description={t`The old one still opens what was sealed before.`}
          checked={newRecovery}
          onChange={(event) => setNewRecovery(event.currentTarget.checked)}
        />
      )}
      {newRecovery && (
        <>
          <PasswordInput
            w="100%"
            label={t`Passphrase for the recovery key`}
            description={t`The recovery key opens everything when all custodians lost theirs. Keep the file and the passphrase apart from each other, offline, where two people find them.`}
            autoComplete="new-password"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={busy}
            disabled={passphrase.length < SHORTEST_PASSPHRASE}
            onClick={() => void act(makeRecovery)}
          >
            <Trans>Make the recovery key and keep it as a file</Trans>
          </Button>
        </>
      )}
      <KeyFileInput label={t`Your own key file`} value={own} onChange={setOwn} />
      <Button
        loading={busy}
        disabled={!own.file || !own.passphrase || (newRecovery && !recovery)}
        onClick={() => void act(makeKey)}
      >
        {key ? t`Replace the sealing key` : t`Make the sealing key`}
      </Button>
      <KeyProblem problem={problem} />
    </Stack>
  );
}
