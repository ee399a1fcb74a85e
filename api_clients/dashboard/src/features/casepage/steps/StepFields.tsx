import { useLingui } from "@lingui/react/macro";
import { Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useWord } from "@/lib/own-words";
import type { StepField, Values } from "./forms";
import { OtherCase } from "./OtherCase";

interface Props {
  fields: StepField[];
  values: Values;
  errors: Record<string, string>;
  onChange: (values: Values) => void;
}

/** What a step asks for, one under the other. */
export function StepFields({ fields, values, errors, onChange }: Props) {
  return (
    <Stack gap="sm">
      {fields.map((field, index) => (
        <One
          key={field.name}
          field={field}
          first={index === 0}
          value={values[field.name] ?? ""}
          error={errors[field.name]}
          onChange={(value) => onChange({ ...values, [field.name]: value })}
        />
      ))}
    </Stack>
  );
}

interface OneProps {
  field: StepField;
  first: boolean;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function One({ field, first, value, error, onChange }: OneProps) {
  const { t, i18n } = useLingui();
  const word = useWord();
  const common = {
    label: i18n._(field.label),
    description: field.help && i18n._(field.help),
    error,
    withAsterisk: field.need !== "optional",
    "data-autofocus": first || undefined,
  };
  switch (field.kind) {
    case "choice":
      return (
        <Select
          {...common}
          value={value || null}
          onChange={(chosen) => onChange(chosen ?? "")}
          data={Object.keys(field.choices ?? {}).map((code) => ({
            value: code,
            label: word(field.choices ?? {}, code),
          }))}
          placeholder={t`Choose`}
          clearable={field.need === "optional"}
          comboboxProps={{ withinPortal: true }}
        />
      );
    case "amount":
      return (
        <TextInput
          {...common}
          inputMode="decimal"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "case":
      return <OtherCase {...common} value={value} onChange={onChange} />;
    default:
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={14}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
