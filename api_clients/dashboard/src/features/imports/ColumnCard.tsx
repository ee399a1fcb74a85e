import { Plural, useLingui } from "@lingui/react/macro";
import { Card, Collapse, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import type { Column, Field, Order, Target } from "./api";
import { isCoded, type Said } from "./draft";
import { Meanings } from "./Meanings";

interface Props {
  importId: string;
  column: Column;
  said: Said | undefined;
  /** The field that it is, where it is one. */
  target: Target | undefined;
  offered: Target[];
  onChoose: (field: Field | null) => void;
  onChange: (said: Said) => void;
}

/** One column: its name and first cells, what it is, and what that needs to know. */
export function ColumnCard({ importId, column, said, target, offered, onChoose, onChange }: Props) {
  const { t } = useLingui();
  const number = column.column + 1;
  const name = column.name || t`Column ${number}`;
  return (
    <Card withBorder padding="sm">
      <Group align="flex-start" gap="md">
        <div style={{ flex: "1 1 14rem", minWidth: 0 }}>
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {name}
          </Text>
          <Text size="sm" c="dimmed" lineClamp={3} style={{ overflowWrap: "anywhere" }}>
            {column.samples.length > 0 ? column.samples.slice(0, 4).join(" · ") : t`Nothing stands here`}
          </Text>
          <Text size="xs" c="dimmed">
            <Plural value={column.filled} one="# cell filled" other="# cells filled" />
          </Text>
        </div>
        <Select
          style={{ flex: "1 1 14rem", minWidth: 0 }}
          label={t`“${name}” is`}
          placeholder={t`Not imported`}
          searchable
          clearable
          nothingFoundMessage={t`Nothing found`}
          data={offered.map((one) => ({ value: one.field, label: one.name }))}
          value={said?.field ?? null}
          onChange={(field) => onChoose(field as Field | null)}
        />
      </Group>
      {said && target && (
        <Collapse expanded>
          <Stack gap="xs" mt="sm">
            {target.holds === "date" && (
              <DayOrder order={said.order} onChange={(order) => onChange({ ...said, order })} />
            )}
            {said.field === "external_id" && (
              <TextInput
                label={t`Put before each number`}
                description={t`Needed where the numbers begin anew in every file, such as 2021/`}
                maxLength={20}
                value={said.prefix}
                onChange={(event) => onChange({ ...said, prefix: event.currentTarget.value })}
              />
            )}
            {isCoded(target.holds) && (
              <Meanings
                importId={importId}
                column={column.column}
                target={target}
                said={said}
                onChange={(meanings) => onChange({ ...said, meanings })}
              />
            )}
          </Stack>
        </Collapse>
      )}
    </Card>
  );
}

function DayOrder({ order, onChange }: { order: Order; onChange: (order: Order) => void }) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Order in dates`}
      maw={260}
      allowDeselect={false}
      data={[
        { value: "dmy", label: t`day month year` },
        { value: "mdy", label: t`month day year` },
        { value: "ymd", label: t`year month day` },
      ]}
      value={order}
      onChange={(value) => value && onChange(value as Order)}
    />
  );
}
