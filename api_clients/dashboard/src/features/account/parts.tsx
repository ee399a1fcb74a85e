import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Refused } from "./second-factor";

interface BoxProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** One's password, asked for before something about the sign-in is changed. */
export function PasswordBox({ label, value, onChange }: BoxProps) {
  const { t } = useLingui();
  return (
    <PasswordInput
      label={label}
      autoComplete="current-password"
      required
      maw={420}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ "aria-label": t`Show the password` }}
    />
  );
}

export function Refusal({ message }: { message: string | null }) {
  if (message === null) return null;
  return (
    <Alert color="red" role="alert">
      {message || <Trans>That did not work. Look at what you typed once more.</Trans>}
    </Alert>
  );
}

/** An act that may be refused: whether it runs, what the server said. */
export function useAct(work: () => Promise<void>) {
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
