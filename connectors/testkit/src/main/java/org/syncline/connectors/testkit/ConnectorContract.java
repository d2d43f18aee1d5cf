package org.syncline.connectors.testkit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every connector must do and must refuse. A connector's test extends it and opens the system; what the system does not declare
 * is proved to be refused, and tests of what it declares not to have are reported as skipped.
 */
public abstract class ConnectorContract
        implements FullImportContract,
        DeltaImportContract,
        ReadOneContract,
        ExportContract,
        UpdateContract,
        NamesContract,
        ReferencesContract,
        PartitionsContract,
        ChangeNotificationContract,
        ValuesContract {
    private Scene scene;

    /** A system without persons and groups; closed after the test. */
    protected abstract ConnectedSystem openSystem() throws Exception;

    @BeforeEach
    final void openScene() throws Exception {
        scene = new Scene(openSystem());
    }

    @AfterEach
    final void closeScene() {
        if (scene != null) {
            scene.close();
        }
    }

    @Override
    public final Scene scene() {
        return scene;
    }
}
