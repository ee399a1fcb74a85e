import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Group, Text } from "@mantine/core";
import { numbersIn } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { FILE_SCAN, FILE_STATE } from "@/lib/words";
import { type CaseFile, type Message, useThisCase } from "../case";

type Shown = CaseFile | Message["files"][number];

/** A file as its clean copy, or why there is none yet. */
export function FileLink({ file }: { file: Shown }) {
  const one = useThisCase();
  const word = useWord();
  const size = useSize();
  return (
    <Group gap="xs" wrap="wrap">
      {file.state === "ready" ? (
        <Anchor
          href={`/api/v1/cases/${one.id}/files/${file.id}/clean/`}
          download
          size="sm"
          style={{ overflowWrap: "anywhere" }}
        >
          {file.name}
        </Anchor>
      ) : (
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {file.name} <Trans>({word(FILE_STATE, file.state)})</Trans>
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {size(file.size)} · {word(FILE_SCAN, file.scan)}
      </Text>
    </Group>
  );
}

export function useSize() {
  const { i18n } = useLingui();
  return (bytes: number) => {
    const [amount, unit] =
      bytes < 1_000_000 ? [Math.ceil(bytes / 1000), "kilobyte"] : [bytes / 1e6, "megabyte"];
    return new Intl.NumberFormat(numbersIn(i18n.locale), {
      style: "unit",
      unit,
      maximumFractionDigits: 1,
    }).format(amount);
  };
}
