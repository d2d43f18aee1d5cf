package org.syncline.platform.engine.discovery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Severity;
import org.syncline.connectors.spi.ConnectionFinding.Where;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.connection.Connectors;

/**
 * Connects to systems and finds out whether what is declared of them is so, and whether the account may do what the rules would have it
 * do. Nothing is written to any system.
 */
public final class ConnectionCheck {
    private static final Pattern SETTING = Pattern.compile("^Setting '([^']+)': .*", Pattern.DOTALL);

    private final Connectors connectors;
    private final IntendedExports exports;

    public ConnectionCheck(Connectors connectors, Ruleset ruleset, Clock clock) {
        this.connectors = connectors;
        this.exports = new IntendedExports(ruleset,
                new Containers(ruleset.metaverse(), new Present(clock.instant(), ruleset.zone())));
    }

    /** What is found of one system, whether it can be reached or not. */
    public List<ConnectionFinding> check(ConnectorDefinition connector) {
        List<ConnectionFinding> findings = new ArrayList<>();
        if (looksAround(connector, findings)) {
            add(findings, () -> new ReadingCheck(connectors).check(connector));
        }
        return findings.stream().distinct().toList();
    }

    /** Whether it makes sense to read objects then: not where there is no way in, or where what is declared is not there. */
    private boolean looksAround(ConnectorDefinition connector, List<ConnectionFinding> findings) {
        try (Discovery discovery = connectors.discover(connector)) {
            List<IntendedExport> intended = exports.to(connector);
            findings.addAll(new DeclarationCheck(discovery, intended).check(connector.objectTypes()));
            boolean isReadable = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
            add(findings, () -> discovery.rights(intended));
            return isReadable;
        } catch (ConnectorException failure) {
            findings.add(finding(failure));
            return failure.code() == ConnectorException.Code.NOT_SUPPORTED;
        }
    }

    private static void add(List<ConnectionFinding> findings, Supplier<List<ConnectionFinding>> check) {
        try {
            findings.addAll(check.get());
        } catch (ConnectorException failure) {
            findings.add(finding(failure));
        }
    }

    private static ConnectionFinding finding(ConnectorException failure) {
        if (failure.code() == ConnectorException.Code.NOT_SUPPORTED) {
            return ConnectionFinding.notTested(Where.CONNECTOR, withoutStop(failure.getMessage()),
                    "what is declared is not compared with it");
        }
        Matcher setting = SETTING.matcher(failure.getMessage());
        return ConnectionFinding.error(setting.matches() ? Where.setting(setting.group(1)) : Where.CONNECTOR,
                withoutStop(failure.getMessage()), null);
    }

    private static String withoutStop(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
