import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { Checkbox, Radio, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { InstitutionPicker } from "@/features/institutions";
import { useWord } from "@/lib/own-words";
import { FileChoice } from "../FileChoice";
import type { Field, StepForm, Value, Values } from "./fields";

interface Props {
  form: StepForm;
  caseId: string;
  values: Values;
  errors: Record<string, string>;
  onChange: (values: Values) => void;
}

/** The fields of a step, as its form names them. */
export function StepFields({ form, caseId, values, errors, onChange }: Props) {
  const shown = form.fields.filter(([, field]) => !field.when || field.when(values));
  return (
    <Stack gap="sm">
      {shown.map(([name, field]) => (
        <OneField
          key={name}
          field={field}
          caseId={caseId}
          value={values[name]}
          error={errors[name]}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
      ))}
    </Stack>
  );
}

interface One {
  field: Field;
  caseId: string;
  value: Value;
  error: string | undefined;
  onChange: (value: Value) => void;
}

function OneField({ field, caseId, value, error, onChange }: One) {
  const { i18n } = useLingui();
  const shared = {
    label: i18n._(field.label),
    description: field.hint && i18n._(field.hint),
    required: field.required,
    error,
  };
  const text = typeof value === "string" ? value : "";
  switch (field.kind) {
    case "day":
      return (
        <TextInput
          type="date"
          {...shared}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "line":
      return <TextInput {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
    case "words":
      return (
        <Textarea
          autosize
          minRows={4}
          maxRows={16}
          {...shared}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "choice":
      return <Choice {...shared} choices={field.choices ?? {}} value={text} onChange={onChange} />;
    case "flag":
      return (
        <Checkbox
          label={shared.label}
          description={shared.description}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case "files":
      return (
        <FileChoice
          {...shared}
          caseId={caseId}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
        />
      );
    case "institution":
      return <InstitutionPicker {...shared} value={text || null} onChange={(code) => onChange(code ?? "")} />;
  }
}

interface ChoiceProps {
  label: string;
  description?: string;
  required?: boolean;
  error?: string;
  choices: Record<string, MessageDescriptor>;
  value: string;
  onChange: (value: string) => void;
}

/** A few stand side by side to be read; many go into a list. */
function Choice({ choices, value, onChange, ...shared }: ChoiceProps) {
  const word = useWord();
  const codes = Object.keys(choices);
  if (codes.length > 5) {
    return (
      <Select
        {...shared}
        allowDeselect={false}
        data={codes.map((code) => ({ value: code, label: word(choices, code) }))}
        value={value}
        onChange={(code) => code && onChange(code)}
      />
    );
  }
  return (
    <Radio.Group {...shared} value={value} onChange={onChange}>
      <Stack gap={6} mt={6}>
        {codes.map((code) => (
          <Radio key={code} value={code} label={word(choices, code)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
