import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import type { Schemas } from "@/lib/api";
import { type Target, useValues } from "./api";
import { CodePicker } from "./CodePicker";
import type { Said } from "./draft";

const AT_ONCE = 25;

interface Props {
  importId: string;
  column: number;
  target: Target;
  said: Said;
  onChange: (meanings: Said["meanings"]) => void;
}

/** What the values of a column mean: those that the server understands are only counted. */
export function Meanings({ importId, column, target, said, onChange }: Props) {
  const values = useValues(importId, column, target.field);
  return (
    <Loaded query={values}>
      {(told) =>
        told.values === null ? (
          <Alert color="yellow">
            <Trans>
              There are too many different values to give each a meaning. Those that have a known name are
              understood, the others will be told as faults.
            </Trans>
          </Alert>
        ) : (
          <ValueList values={told.values} target={target} said={said} onChange={onChange} />
        )
      }
    </Loaded>
  );
}

function ValueList({
  values,
  target,
  said,
  onChange,
}: Pick<Props, "target" | "said" | "onChange"> & { values: Schemas["ImportValue"][] }) {
  const [shown, setShown] = useState(AT_ONCE);
  const open = values.filter((one) => !one.understood || one.value in said.meanings);
  const understood = values.length - open.length;
  return (
    <Stack gap="xs">
      {understood > 0 && (
        <Text size="sm" c="dimmed">
          <Plural
            value={understood}
            one="# value is understood by its name."
            other="# values are understood by their names."
          />
        </Text>
      )}
      {open.slice(0, shown).map((one) => (
        <ValueRow
          key={one.value}
          value={one}
          target={target}
          code={said.meanings[one.value]}
          onChange={(code) => {
            const { [one.value]: _before, ...others } = said.meanings;
            onChange(code === undefined ? others : { ...others, [one.value]: code });
          }}
        />
      ))}
      {open.length > shown && (
        <Group>
          <Button variant="default" size="xs" onClick={() => setShown(shown + AT_ONCE)}>
            <Trans>Show more values</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface RowProps {
  value: Schemas["ImportValue"];
  target: Target;
  code: string | undefined;
  onChange: (code: string | undefined) => void;
}

function ValueRow({ value, target, code, onChange }: RowProps) {
  const { t } = useLingui();
  const shown = value.value;
  return (
    <Card withBorder padding="xs">
      <Group justify="space-between" align="flex-end" gap="xs">
        <div style={{ flex: "1 1 12rem", minWidth: 0 }}>
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {shown}
          </Text>
          <Text size="sm" c="dimmed">
            <Plural value={value.count} one="in # row" other="in # rows" />
          </Text>
        </div>
        <div style={{ flex: "1 1 14rem", minWidth: 0 }}>
          <CodePicker
            target={target}
            label={t`Meaning of “${shown}”`}
            value={code || null}
            onChange={(chosen) => onChange(chosen ?? undefined)}
          />
        </div>
      </Group>
      {code === undefined && (
        <Group gap={6} mt="xs">
          {value.suggestions.map((one) => (
            <Button key={one.code} size="compact-xs" variant="light" onClick={() => onChange(one.code)}>
              {one.name}
            </Button>
          ))}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange("")}>
            <Trans>Leave empty</Trans>
          </Button>
        </Group>
      )}
      {code === "" && (
        <Group gap={6} mt="xs">
          <Text size="sm">
            <Trans>Left empty</Trans>
          </Text>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange(undefined)}>
            <Trans>Change</Trans>
          </Button>
        </Group>
      )}
    </Card>
  );
}
