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
  /** Saves over this version, in which `read` stood; throws the server's problem. */
  save: (values: Values, version: number, read?: Values) => Promise<unknown>;
  /** What stands there now, and its version. */
  current: () => Promise<{ values: Values; version: number }>;
}

/**
 * Saving what somebody else may have changed meanwhile. What I did not touch is not mine to undo: a refused stale
 * save (412) goes over the new version by itself where nobody changed the same field, and becomes a `clash` for
 * `<StaleSave>` where somebody did. `read` is what stood there when the writing began; without it every
 * difference is a clash. Other problems are thrown on.
 */
export function useChange<Values extends object>({ save, current }: Options<Values>) {
  const [clash, setClash] = useState<Clash<Values> | null>(null);
  const change = useCallback(
    async (values: Values, version: number, read?: Values): Promise<boolean> => {
      try {
        await save(values, version, read);
      } catch (error) {
        if (asProblem(error).status !== 412) throw error;
        const now = await current();
        const mine = read ? merged(values, now.values, read) : values;
        if (!read || clashes(values, now.values, read)) {
          setClash({ mine, theirs: now.values, version: now.version });
          return false;
        }
        await save(mine, now.version, now.values);
      }
      setClash(null);
      return true;
    },
    [save, current],
  );
  return { change, clash, dismiss: useCallback(() => setClash(null), []) };
}

/** Theirs, with the fields that I changed. */
function merged<Values extends object>(mine: Values, theirs: Values, read: Values): Values {
  const touched = Object.entries(mine).filter(([name, value]) => !same(value, read[name as keyof Values]));
  return { ...theirs, ...Object.fromEntries(touched) };
}

/** Whether both changed one field, to different ends. */
function clashes<Values extends object>(mine: Values, theirs: Values, read: Values): boolean {
  return (Object.keys(mine) as (keyof Values)[]).some(
    (name) =>
      !same(mine[name], read[name]) && !same(theirs[name], read[name]) && !same(mine[name], theirs[name]),
  );
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
