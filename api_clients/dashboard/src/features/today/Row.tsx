import { Box, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import classes from "./Row.module.css";

interface Props {
  to: string;
  title: ReactNode;
  /** What one knows the thing by: number, institution, category. */
  about?: ReactNode;
  due?: ReactNode;
  children?: ReactNode;
}

/** One thing to do: where it is done, until when, and what can be done right here. */
export function Row({ to, title, about, due, children }: Props) {
  return (
    <Box component="li" className={classes.row} data-row>
      <Stack gap={2} className={classes.what}>
        <Text
          component={Link}
          to={to}
          fw={550}
          c="inherit"
          className={classes.link}
          lineClamp={2}
          data-row-link
        >
          {title}
        </Text>
        {about && (
          <Text size="sm" c="dimmed" className={classes.about}>
            {about}
          </Text>
        )}
      </Stack>
      <Group gap={6} className={classes.side} wrap="wrap">
        {due}
        {children}
      </Group>
    </Box>
  );
}
