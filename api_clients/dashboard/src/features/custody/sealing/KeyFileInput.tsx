import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, FileInput, PasswordInput, Stack } from "@mantine/core";
import { ProblemAlert } from "@/components/ProblemAlert";
import { KeyError, openKeyFile } from "./age";

export interface KeyFile {
  file: File | null;
  passphrase: string;
}

export const NO_KEY_FILE: KeyFile = { file: null, passphrase: "" };

/** The private key in what was chosen. Raises KeyError. */
export async function secretIn({ file, passphrase }: KeyFile): Promise<string> {
  if (!file) throw new KeyError("not_a_key_file");
  return openKeyFile(new Uint8Array(await file.arrayBuffer()), passphrase);
}

interface Props {
  label: string;
  value: KeyFile;
  onChange: (value: KeyFile) => void;
}

/** A key file and its passphrase. Both stay in this browser's memory, and only until the page is left. */
export function KeyFileInput({ label, value, onChange }: Props) {
  const { t } = useLingui();
  return (
    <Stack gap="xs">
      <FileInput
        label={label}
        description={t`It is opened in this browser and sent nowhere.`}
        value={value.file}
        onChange={(file) => onChange({ ...value, file })}
      />
      <PasswordInput
        label={t`Passphrase of the key file`}
        autoComplete="off"
        value={value.passphrase}
        onChange={(event) => onChange({ ...value, passphrase: event.currentTarget.value })}
      />
    </Stack>
  );
}

/** What went wrong, in plain words: with a key file, or at the server. */
export function KeyProblem({ problem }: { problem: unknown }) {
  if (!(problem instanceof KeyError)) return <ProblemAlert problem={problem} />;
  return (
    <Alert color="red" role="alert">
      {problem.trouble === "not_a_key_file" && <Trans>This file is not a key file that was made here.</Trans>}
      {problem.trouble === "wrong_passphrase" && <Trans>The passphrase does not open this key file.</Trans>}
      {problem.trouble === "wrong_key" && (
        <Trans>This key does not open it: it is another key, or one that was replaced.</Trans>
      )}
    </Alert>
  );
}
