import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import { $api, type Schemas, STEADY } from "@/lib/api";

type Props = Omit<SelectProps, "data" | "value" | "onChange"> & {
  value: string | null;
  onChange: (code: string | null) => void;
  /** Only categories for cases of this kind. */
  kind?: Schemas["CaseKind"];
};

/** The tree of categories, each below its own root. */
export function CategoryPicker({ value, onChange, kind, ...props }: Props) {
  const { t } = useLingui();
  const { data } = $api.useQuery(
    "get",
    "/api/v1/categories/",
    { params: { query: { page_size: 200, is_active: true } } },
    STEADY,
  );
  const fitting = (data?.results ?? []).filter((one) => !kind || one.kinds.includes(kind));
  return (
    <Select
      label={t`Category`}
      searchable
      clearable
      nothingFoundMessage={t`Nothing found`}
      {...props}
      data={grouped(fitting)}
      value={value}
      onChange={onChange}
    />
  );
}

function grouped(categories: Schemas["Category"][]) {
  const roots = categories.filter((one) => one.ancestors.length === 0);
  return roots.map((root) => ({
    group: root.label,
    items: categories
      .filter((one) => one.code === root.code || one.ancestors[0] === root.code)
      .map((one) => ({ value: one.code, label: one.label })),
  }));
}
