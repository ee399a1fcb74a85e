import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Radio, Stack, Table, Text } from "@mantine/core";
import { type ReactNode, useCallback, useState } from "react";
import { asProblem } from "@/lib/problems";

export interface Field<Values> {
  name: keyof Values & string;
  label: ReactNode;
  /** How a value is shown; as it is unless told. */
  show?: (value: Values[keyof Values & string]) => ReactNode;
}

export interface Clash<Values> {
  mine: Values;
  theirs: Values;
  version: number;
}

interface Options<Values> {
  /** Saves over this version; throws the server's problem. */
  save: (values: Values, version: number) => Promise<unknown>;
  /** What stands there now, and its version. */
  current: () => Promise<{ values: Values; version: number }>;
}

/**
 * Saving what somebody else may have changed meanwhile: a refused stale save (412) becomes a `clash` for
 * `<StaleSave>`, where nothing of either side is lost. Other problems are thrown on.
 */
export function useChange<Values extends object>({ save, current }: Options<Values>) {
  const [clash, setClash] = useState<Clash<Values> | null>(null);
  const change = useCallback(
    async (values: Values, version: number): Promise<boolean> => {
      try {
        await save(values, version);
        setClash(null);
        return true;
      } catch (error) {
        if (asProblem(error).status !== 412) throw error;
        const now = await current();
        setClash({ mine: values, theirs: now.values, version: now.version });
        return false;
      }
    },
    [save, current],
  );
  return { change, clash, dismiss: useCallback(() => setClash(null), []) };
}

interface Props<Values extends object> {
  clash: Clash<Values> | null;
  fields: Field<Values>[];
  onResolve: (values: Values, version: number) => void;
  onDismiss: () => void;
}

/** Both versions side by side, field by field; the person says which one stands. */
export function StaleSave<Values extends object>({ clash, fields, onResolve, onDismiss }: Props<Values>) {
  const { t } = useLingui();
  return (
    <Modal
      opened={clash !== null}
      onClose={onDismiss}
      size="xl"
      title={t`Somebody else has changed this meanwhile`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      {clash && <Choice clash={clash} fields={fields} onResolve={onResolve} onDismiss={onDismiss} />}
    </Modal>
  );
}

function Choice<Values extends object>({
  clash,
  fields,
  onResolve,
  onDismiss,
}: Props<Values> & { clash: Clash<Values> }) {
  const { t } = useLingui();
  const differing = fields.filter(({ name }) => !same(clash.mine[name], clash.theirs[name]));
  const [chosen, setChosen] = useState<Record<string, "mine" | "theirs">>({});
  const resolved = { ...clash.theirs };
  for (const { name } of differing) if (chosen[name] !== "theirs") resolved[name] = clash.mine[name];
  return (
    <Stack>
      <Text size="sm">
        <Trans>Nothing of yours was lost. Choose for each field which version shall stand.</Trans>
      </Text>
      <Table.ScrollContainer minWidth={320}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Field</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Yours</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>There now</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map(({ name, label, show = plain }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{label}</Table.Th>
                {(["mine", "theirs"] as const).map((side) => (
                  <Table.Td key={side}>
                    <Radio
                      name={name}
                      checked={(chosen[name] ?? "mine") === side}
                      onChange={() => setChosen({ ...chosen, [name]: side })}
                      label={show(clash[side][name])}
                      aria-label={side === "mine" ? t`Yours` : t`There now`}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDismiss}>
          <Trans>Go on editing</Trans>
        </Button>
        <Button onClick={() => onResolve(resolved, clash.version)}>
          <Trans>Save this choice</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function plain(value: unknown): ReactNode {
  if (value === null || value === undefined || value === "") return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
