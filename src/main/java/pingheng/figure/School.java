package pingheng.figure;

import java.math.BigDecimal;
import java.util.Map;

/** A school at one of its levels, and its figures by code; {@code level} is empty where the framework tells none. */
public record School(String code, String name, String level, Map<String, BigDecimal> values) {}
