import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import type { Schemas } from "@/lib/api";

type Props = Omit<SelectProps, "data" | "value" | "onChange"> & {
  people: readonly Schemas["Person"][];
  value: string | null;
  onChange: (id: string | null) => void;
};

/** One of these members of staff, by name. */
export function PersonPicker({ people, value, onChange, ...props }: Props) {
  const { t } = useLingui();
  return (
    <Select
      searchable
      clearable
      nothingFoundMessage={t`Nothing found`}
      {...props}
      data={people.map((one) => ({ value: one.id, label: one.name }))}
      value={value}
      onChange={onChange}
    />
  );
}
