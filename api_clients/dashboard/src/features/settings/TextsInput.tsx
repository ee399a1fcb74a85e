import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { LANGUAGES, type Language } from "@/lib/languages";

export type Texts = Partial<Record<string, string>>;

interface Props {
  label: ReactNode;
  /** Said to who cannot see the group around a field. */
  name: string;
  value: Texts | undefined;
  languages: readonly Language[];
  onChange: (value: Texts) => void;
  long?: boolean;
  /** Whether an empty text counts as missing. */
  needed?: boolean;
  description?: ReactNode;
  /** What the server said, by language. */
  errors?: Record<string, string>;
  maxLength?: number;
}

/** A text in each language, side by side; what is missing says so. */
export function TextsInput({
  label,
  name,
  value = {},
  languages,
  onChange,
  long = false,
  needed = false,
  description,
  errors = {},
  maxLength,
}: Props) {
  const { t } = useLingui();
  const id = useId();
  const missing = needed ? languages.filter((one) => !value[one]?.trim()) : [];
  const Input = long ? Textarea : TextInput;
  return (
    <Stack gap={4} role="group" aria-labelledby={id}>
      <Group gap="xs">
        <Text size="sm" fw={500} id={id}>
          {label}
        </Text>
        {missing.length > 0 && (
          <Badge color="orange" variant="light" size="sm" tt="none">
            <Trans>Missing: {missing.map((one) => LANGUAGES[one]).join(", ")}</Trans>
          </Badge>
        )}
      </Group>
      {description && (
        <Text size="xs" c="dimmed">
          {description}
        </Text>
      )}
      <SimpleGrid
        cols={{ base: 1, sm: Math.min(languages.length, 2), xl: Math.min(languages.length, 3) }}
        spacing="xs"
      >
        {languages.map((language) => {
          const text = value[language] ?? "";
          return (
            <Input
              key={language}
              label={LANGUAGES[language]}
              labelProps={{ fz: "xs", c: "dimmed" }}
              aria-label={t`${name}, ${LANGUAGES[language]}`}
              lang={language}
              value={text}
              maxLength={maxLength}
              error={errors[language]}
              {...(long ? { autosize: true, minRows: 2, maxRows: 14 } : {})}
              onChange={(event: { currentTarget: { value: string } }) =>
                onChange(withText(value, language, event.currentTarget.value))
              }
            />
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}

/** A text that was emptied is none: the server takes no empty ones. */
export function withText(value: Texts, language: string, text: string): Texts {
  const next = { ...value, [language]: text };
  if (text === "") delete next[language];
  return next;
}
