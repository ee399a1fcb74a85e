import { Trans } from "@lingui/react/macro";
import { Button, Group, Textarea } from "@mantine/core";
import { useRef, useState } from "react";

/** A text to be taken over elsewhere. The page may not write to the clipboard by itself: the browser copies what is
 * selected, which it may. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    field.current?.focus();
    field.current?.select();
    setCopied(document.execCommand("copy"));
  };
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Textarea ref={field} label={label} value={text} readOnly autosize maxRows={6} style={{ flex: 1 }} />
      <Button variant="default" onClick={copy} aria-live="polite">
        {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
      </Button>
    </Group>
  );
}
