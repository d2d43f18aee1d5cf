CREATE TABLE DATABASECHANGELOG (ID nvarchar(255) NOT NULL, AUTHOR nvarchar(255) NOT NULL, FILENAME nvarchar(255) NOT NULL, DATEEXECUTED datetime2(3) NOT NULL, ORDEREXECUTED int NOT NULL, EXECTYPE nvarchar(10) NOT NULL, MD5SUM nvarchar(35), DESCRIPTION nvarchar(255), COMMENTS nvarchar(255), TAG nvarchar(255), LIQUIBASE nvarchar(20), CONTEXTS nvarchar(255), LABELS nvarchar(255), DEPLOYMENT_ID nvarchar(10))
GO
CREATE TABLE number_block (name nvarchar(400) NOT NULL, next_number bigint NOT NULL, CONSTRAINT number_block_pk PRIMARY KEY (name));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.number_block') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'The first number of each kind that nobody has reserved' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'number_block' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'The first number of each kind that nobody has reserved' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'number_block' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('number-block', 'syncline', 'org/syncline/schema/changelog/names.xml', GETDATE(), 1, '9:8203e286fae20ea512ba686b624f5189', 'createTable tableName=number_block', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE connector_name (id int NOT NULL, name nvarchar(400) NOT NULL, CONSTRAINT connector_name_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.connector_name') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Connectors by number' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'connector_name' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Connectors by number' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'connector_name' END;
GO
CREATE UNIQUE NONCLUSTERED INDEX connector_name_name ON connector_name(name);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('connector-name', 'syncline', 'org/syncline/schema/changelog/names.xml', GETDATE(), 3, '9:37210422dade0d7896764c515d1a87c5', 'createTable tableName=connector_name; createIndex indexName=connector_name_name, tableName=connector_name', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE object_type (id int NOT NULL, connector_id int NOT NULL, name nvarchar(400) NOT NULL, CONSTRAINT object_type_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.object_type') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Object types by number; connector 0 is the metaverse' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'object_type' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Object types by number; connector 0 is the metaverse' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'object_type' END;
GO
CREATE UNIQUE NONCLUSTERED INDEX object_type_name ON object_type(connector_id, name);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('object-type', 'syncline', 'org/syncline/schema/changelog/names.xml', GETDATE(), 5, '9:91566f9638c364e98093a19119065ec4', 'createTable tableName=object_type; createIndex indexName=object_type_name, tableName=object_type', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE object_attribute (type_id int NOT NULL, id int NOT NULL, name nvarchar(400) NOT NULL, value_type nvarchar(400) NOT NULL, multi_valued bit NOT NULL, is_indexed bit NOT NULL, is_sensitive bit NOT NULL, in_rows bit NOT NULL, CONSTRAINT object_attribute_pk PRIMARY KEY (type_id, id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.object_attribute') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Attributes by their number in the type; as they were last seen. in_rows: references stand one by one in the reference table' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'object_attribute' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Attributes by their number in the type; as they were last seen. in_rows: references stand one by one in the reference table' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'object_attribute' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('object-attribute', 'syncline', 'org/syncline/schema/changelog/names.xml', GETDATE(), 7, '9:6798031f2180c8207518cf81354ba309', 'createTable tableName=object_attribute', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE rule_name (id int NOT NULL, name nvarchar(MAX) NOT NULL, CONSTRAINT rule_name_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.rule_name') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Rules by number, for the lineage of values' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'rule_name' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Rules by number, for the lineage of values' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'rule_name' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('rule-name', 'syncline', 'org/syncline/schema/changelog/names.xml', GETDATE(), 9, '9:21dbdabfb683a8231fe705bbf57740eb', 'createTable tableName=rule_name', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE connector_space_object (id bigint NOT NULL, connector_id int NOT NULL, type_id int NOT NULL, anchor nvarchar(MAX), anchor_high bigint, anchor_low bigint, dn nvarchar(MAX), link_state smallint NOT NULL, link_origin smallint NOT NULL, identity_id bigint NOT NULL, pending_import smallint NOT NULL, pending_export smallint NOT NULL, is_gone bit NOT NULL, report_high bigint NOT NULL, report_low bigint NOT NULL, body varbinary(MAX) NOT NULL, CONSTRAINT connector_space_object_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.connector_space_object') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'One staged object; the body holds its hologram and draft' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'connector_space_object' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'One staged object; the body holds its hologram and draft' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'connector_space_object' END;
GO
CREATE NONCLUSTERED INDEX connector_space_object_identity ON connector_space_object(identity_id);
GO
CREATE NONCLUSTERED INDEX connector_space_object_import ON connector_space_object(connector_id, pending_import, id);
GO
CREATE NONCLUSTERED INDEX connector_space_object_export ON connector_space_object(type_id, pending_export, id);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('connector-space-object', 'syncline', 'org/syncline/schema/changelog/connector-space.xml', GETDATE(), 11, '9:f2f6aee14bf45cf7c2b4d8517165cab2', 'createTable tableName=connector_space_object; createIndex indexName=connector_space_object_identity, tableName=connector_space_object; createIndex indexName=connector_space_object_import, tableName=connector_space_object; createIndex indexName=con...', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE connector_space_key (high bigint NOT NULL, low bigint NOT NULL, object_id bigint NOT NULL);
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.connector_space_key') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Hashed keys under which objects are found' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'connector_space_key' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Hashed keys under which objects are found' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'connector_space_key' END;
GO
CREATE NONCLUSTERED INDEX connector_space_key_object ON connector_space_key(high, low, object_id);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('connector-space-key', 'syncline', 'org/syncline/schema/changelog/connector-space.xml', GETDATE(), 13, '9:58be7beae7c5f2c2d03ee5f23dc9d22b', 'createTable tableName=connector_space_key; createIndex indexName=connector_space_key_object, tableName=connector_space_key', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE connector_space_reference (id bigint NOT NULL, owner_id bigint NOT NULL, attribute_id int NOT NULL, value_hash int NOT NULL, target_high bigint NOT NULL, target_low bigint NOT NULL, in_rows bit NOT NULL, form smallint NOT NULL, target nvarchar(MAX) NOT NULL, CONSTRAINT connector_space_reference_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.connector_space_reference') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'References of the synchronized hologram by the hashed key of their target; in_rows: the value itself stands here, not in the body' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'connector_space_reference' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'References of the synchronized hologram by the hashed key of their target; in_rows: the value itself stands here, not in the body' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'connector_space_reference' END;
GO
CREATE NONCLUSTERED INDEX connector_space_reference_owner ON connector_space_reference(owner_id, value_hash);
GO
CREATE NONCLUSTERED INDEX connector_space_reference_target ON connector_space_reference(target_high, target_low);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('connector-space-reference', 'syncline', 'org/syncline/schema/changelog/connector-space.xml', GETDATE(), 15, '9:b47cb3ce4be363c3290dd9139c7ce57a', 'createTable tableName=connector_space_reference; createIndex indexName=connector_space_reference_owner, tableName=connector_space_reference; createIndex indexName=connector_space_reference_target, tableName=connector_space_reference', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE connector_space_count (type_id int NOT NULL, objects bigint NOT NULL, joined bigint NOT NULL, pending_imports bigint NOT NULL, pending_adds bigint NOT NULL, pending_updates bigint NOT NULL, pending_deletes bigint NOT NULL, CONSTRAINT connector_space_count_pk PRIMARY KEY (type_id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.connector_space_count') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Kept counts of each type' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'connector_space_count' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Kept counts of each type' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'connector_space_count' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('connector-space-count', 'syncline', 'org/syncline/schema/changelog/connector-space.xml', GETDATE(), 17, '9:2c1571794222bf1eadb5d6c754191ee7', 'createTable tableName=connector_space_count', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE metaverse_object (id bigint NOT NULL, type_id int NOT NULL, is_ending bit NOT NULL, body varbinary(MAX) NOT NULL, CONSTRAINT metaverse_object_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.metaverse_object') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'One identity; the body holds its values and their lineage' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'metaverse_object' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'One identity; the body holds its values and their lineage' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'metaverse_object' END;
GO
CREATE NONCLUSTERED INDEX metaverse_object_ending ON metaverse_object(is_ending, id);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('metaverse-object', 'syncline', 'org/syncline/schema/changelog/metaverse.xml', GETDATE(), 19, '9:8f33a4d1fcb0dd91b3f2956cb0ed28b4', 'createTable tableName=metaverse_object; createIndex indexName=metaverse_object_ending, tableName=metaverse_object', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE metaverse_key (high bigint NOT NULL, low bigint NOT NULL, object_id bigint NOT NULL);
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.metaverse_key') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Hashed keys under which identities are found' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'metaverse_key' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Hashed keys under which identities are found' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'metaverse_key' END;
GO
CREATE NONCLUSTERED INDEX metaverse_key_object ON metaverse_key(high, low, object_id);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('metaverse-key', 'syncline', 'org/syncline/schema/changelog/metaverse.xml', GETDATE(), 21, '9:9cd22c72db34ee56cdbc14a9b73cef8a', 'createTable tableName=metaverse_key; createIndex indexName=metaverse_key_object, tableName=metaverse_key', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE metaverse_reference (id bigint NOT NULL, owner_id bigint NOT NULL, attribute_id int NOT NULL, target_id bigint NOT NULL, in_rows bit NOT NULL, contributor_id bigint, rule_id int, ruleset_version bigint, changed nvarchar(30), CONSTRAINT metaverse_reference_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.metaverse_reference') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'References between identities; in_rows: the value itself and its lineage stand here, not in the body' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'metaverse_reference' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'References between identities; in_rows: the value itself and its lineage stand here, not in the body' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'metaverse_reference' END;
GO
CREATE NONCLUSTERED INDEX metaverse_reference_owner ON metaverse_reference(owner_id, target_id);
GO
CREATE NONCLUSTERED INDEX metaverse_reference_target ON metaverse_reference(target_id);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('metaverse-reference', 'syncline', 'org/syncline/schema/changelog/metaverse.xml', GETDATE(), 23, '9:f693acb45f0be0dfc5096100ac3b9a0c', 'createTable tableName=metaverse_reference; createIndex indexName=metaverse_reference_owner, tableName=metaverse_reference; createIndex indexName=metaverse_reference_target, tableName=metaverse_reference', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE metaverse_count (type_id int NOT NULL, objects bigint NOT NULL, CONSTRAINT metaverse_count_pk PRIMARY KEY (type_id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.metaverse_count') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Kept counts of each type' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'metaverse_count' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Kept counts of each type' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'metaverse_count' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('metaverse-count', 'syncline', 'org/syncline/schema/changelog/metaverse.xml', GETDATE(), 25, '9:1b3e5f2ceee3ad472be98c07f0dcadb2', 'createTable tableName=metaverse_count', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE metaverse_evaluation (identity_id bigint NOT NULL, CONSTRAINT metaverse_evaluation_pk PRIMARY KEY (identity_id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.metaverse_evaluation') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Identities to be evaluated again' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'metaverse_evaluation' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Identities to be evaluated again' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'metaverse_evaluation' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('metaverse-evaluation', 'syncline', 'org/syncline/schema/changelog/metaverse.xml', GETDATE(), 27, '9:b0edceb855bac1a7a1c2e90e996ff93e', 'createTable tableName=metaverse_evaluation', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE ruleset_version (id bigint NOT NULL, content_hash nvarchar(400) NOT NULL, first_used nvarchar(30) NOT NULL, CONSTRAINT ruleset_version_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.ruleset_version') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Versions of the rules' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'ruleset_version' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Versions of the rules' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'ruleset_version' END;
GO
CREATE UNIQUE NONCLUSTERED INDEX ruleset_version_hash ON ruleset_version(content_hash);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('ruleset-version', 'syncline', 'org/syncline/schema/changelog/run-history.xml', GETDATE(), 29, '9:36a14268f82bd3190b8521ddfdcd0582', 'createTable tableName=ruleset_version; createIndex indexName=ruleset_version_hash, tableName=ruleset_version', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE run_step (id bigint NOT NULL, connector nvarchar(400) NOT NULL, step nvarchar(400) NOT NULL, profile nvarchar(MAX), ruleset_version bigint NOT NULL, began nvarchar(30) NOT NULL, ended nvarchar(30), result nvarchar(400), counters nvarchar(MAX), message nvarchar(MAX), CONSTRAINT run_step_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.run_step') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Steps that ran' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'run_step' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Steps that ran' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'run_step' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('run-step', 'syncline', 'org/syncline/schema/changelog/run-history.xml', GETDATE(), 31, '9:89454802ca6f843120ad68f6d53831f0', 'createTable tableName=run_step', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE object_error (id bigint NOT NULL, key_high bigint NOT NULL, key_low bigint NOT NULL, origin nvarchar(400) NOT NULL, connector nvarchar(400) NOT NULL, object_id bigint NOT NULL, title nvarchar(MAX), code nvarchar(400) NOT NULL, message nvarchar(MAX), rule_text nvarchar(MAX), first_seen nvarchar(30) NOT NULL, occurrences int NOT NULL, CONSTRAINT object_error_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.object_error') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Errors that are not mended yet' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'object_error' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Errors that are not mended yet' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'object_error' END;
GO
CREATE UNIQUE NONCLUSTERED INDEX object_error_key ON object_error(key_high, key_low);
GO
CREATE NONCLUSTERED INDEX object_error_object ON object_error(object_id);
GO
CREATE NONCLUSTERED INDEX object_error_connector ON object_error(connector);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('object-error', 'syncline', 'org/syncline/schema/changelog/run-history.xml', GETDATE(), 33, '9:05d5a687ae748f60f855bc917fb2667d', 'createTable tableName=object_error; createIndex indexName=object_error_key, tableName=object_error; createIndex indexName=object_error_object, tableName=object_error; createIndex indexName=object_error_connector, tableName=object_error', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE pending_reference (id bigint NOT NULL, connector nvarchar(400) NOT NULL, owner_id bigint NOT NULL, attribute nvarchar(400) NOT NULL, target nvarchar(MAX) NOT NULL, reason nvarchar(400) NOT NULL, CONSTRAINT pending_reference_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.pending_reference') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'References that lead nowhere yet' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'pending_reference' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'References that lead nowhere yet' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'pending_reference' END;
GO
CREATE NONCLUSTERED INDEX pending_reference_owner ON pending_reference(owner_id);
GO
CREATE NONCLUSTERED INDEX pending_reference_connector ON pending_reference(connector);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('pending-reference', 'syncline', 'org/syncline/schema/changelog/run-history.xml', GETDATE(), 35, '9:5d185e5ab2ca86ba6f0d530de7f9c644', 'createTable tableName=pending_reference; createIndex indexName=pending_reference_owner, tableName=pending_reference; createIndex indexName=pending_reference_connector, tableName=pending_reference', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE in_flight (id bigint NOT NULL, connector nvarchar(400) NOT NULL, objects varbinary(MAX) NOT NULL, CONSTRAINT in_flight_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.in_flight') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Pages of objects whose export began and whose result is not recorded' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'in_flight' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Pages of objects whose export began and whose result is not recorded' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'in_flight' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('in-flight', 'syncline', 'org/syncline/schema/changelog/run-history.xml', GETDATE(), 37, '9:32b79561ba835e7fd23886fca3c1cbce', 'createTable tableName=in_flight', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE watermark (connector nvarchar(400) NOT NULL, position nvarchar(MAX), last_good_full_import nvarchar(30), synchronized_by bigint NOT NULL, evaluated nvarchar(30), held nvarchar(MAX), CONSTRAINT watermark_pk PRIMARY KEY (connector));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.watermark') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'How far each connector has been read' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'watermark' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'How far each connector has been read' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'watermark' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('watermark', 'syncline', 'org/syncline/schema/changelog/run-history.xml', GETDATE(), 39, '9:a9388795f1c8756111666dff690f02bf', 'createTable tableName=watermark', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE export_sent (id bigint NOT NULL, connector nvarchar(400) NOT NULL, object_type nvarchar(400) NOT NULL, kind nvarchar(30) NOT NULL, attribute nvarchar(400), sent nvarchar(30) NOT NULL, objects bigint NOT NULL, CONSTRAINT export_sent_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.export_sent') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'How much was sent lately, for guards that look back' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_sent' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'How much was sent lately, for guards that look back' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_sent' END;
GO
CREATE NONCLUSTERED INDEX export_sent_connector ON export_sent(connector);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('export-sent', 'syncline', 'org/syncline/schema/changelog/export.xml', GETDATE(), 41, '9:a9904975bcd9f00ff8f4eba8bd2c54a5', 'createTable tableName=export_sent; createIndex indexName=export_sent_connector, tableName=export_sent', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE export_good_run (connector nvarchar(400) NOT NULL, ended nvarchar(30) NOT NULL, linked nvarchar(MAX) NOT NULL, held int NOT NULL, CONSTRAINT export_good_run_pk PRIMARY KEY (connector));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.export_good_run') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'The last export of each connector that no guard held anything of' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_good_run' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'The last export of each connector that no guard held anything of' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_good_run' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('export-good-run', 'syncline', 'org/syncline/schema/changelog/export.xml', GETDATE(), 43, '9:910dcb4cb39690f39d22fa212d9436ec', 'createTable tableName=export_good_run', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE export_review (id bigint NOT NULL, connector nvarchar(400) NOT NULL, digest nvarchar(64) NOT NULL, reviewed nvarchar(30) NOT NULL, changes varbinary(MAX) NOT NULL, CONSTRAINT export_review_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.export_review') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Sets of pending exports as people could see them' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_review' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Sets of pending exports as people could see them' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_review' END;
GO
CREATE NONCLUSTERED INDEX export_review_connector ON export_review(connector);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('export-review', 'syncline', 'org/syncline/schema/changelog/export.xml', GETDATE(), 45, '9:ca4102a4c8e668d637d465c7ea87c3c7', 'createTable tableName=export_review; createIndex indexName=export_review_connector, tableName=export_review', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE export_approval (id bigint NOT NULL, connector nvarchar(400) NOT NULL, digest nvarchar(64) NOT NULL, approved_by nvarchar(MAX) NOT NULL, approved nvarchar(30) NOT NULL, used nvarchar(30), outcome nvarchar(MAX), CONSTRAINT export_approval_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.export_approval') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Sets of pending exports that people released' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_approval' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Sets of pending exports that people released' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_approval' END;
GO
CREATE NONCLUSTERED INDEX export_approval_connector ON export_approval(connector);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('export-approval', 'syncline', 'org/syncline/schema/changelog/export.xml', GETDATE(), 47, '9:19112e3130cdcbc364e15d4091f4b8de', 'createTable tableName=export_approval; createIndex indexName=export_approval_connector, tableName=export_approval', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE export_refusal (object_id bigint NOT NULL, connector nvarchar(400) NOT NULL, change_high bigint NOT NULL, change_low bigint NOT NULL, code nvarchar(400) NOT NULL, attempts int NOT NULL, last_attempt nvarchar(30) NOT NULL, next_attempt nvarchar(30), CONSTRAINT export_refusal_pk PRIMARY KEY (object_id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.export_refusal') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Changes that a system refused, and when they are sent again' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_refusal' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Changes that a system refused, and when they are sent again' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_refusal' END;
GO
CREATE NONCLUSTERED INDEX export_refusal_connector ON export_refusal(connector);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('export-refusal', 'syncline', 'org/syncline/schema/changelog/export.xml', GETDATE(), 49, '9:ef7f58484e0ca7b5ad5b62be5a905981', 'createTable tableName=export_refusal; createIndex indexName=export_refusal_connector, tableName=export_refusal', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE export_contradiction (object_id bigint NOT NULL, attribute nvarchar(400) NOT NULL, connector nvarchar(400) NOT NULL, wanted_high bigint NOT NULL, wanted_low bigint NOT NULL, reported_high bigint NOT NULL, reported_low bigint NOT NULL, times int NOT NULL, first_seen nvarchar(30) NOT NULL, CONSTRAINT export_contradiction_pk PRIMARY KEY (object_id, attribute));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.export_contradiction') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Exported values that a system reports otherwise' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_contradiction' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Exported values that a system reports otherwise' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'export_contradiction' END;
GO
CREATE NONCLUSTERED INDEX export_contradiction_connector ON export_contradiction(connector);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('export-contradiction', 'syncline', 'org/syncline/schema/changelog/export.xml', GETDATE(), 51, '9:35a61485a86b55612afa366bae1ee375', 'createTable tableName=export_contradiction; createIndex indexName=export_contradiction_connector, tableName=export_contradiction', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE wake_time (connector_id int NOT NULL, id bigint NOT NULL, due nvarchar(30) NOT NULL, CONSTRAINT wake_time_pk PRIMARY KEY (connector_id, id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.wake_time') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'When the clock alone may change what rules decide of an object or, under the connector without a name, of an identity' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'wake_time' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'When the clock alone may change what rules decide of an object or, under the connector without a name, of an identity' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'wake_time' END;
GO
CREATE NONCLUSTERED INDEX wake_time_due ON wake_time(connector_id, due, id);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('wake-time', 'syncline', 'org/syncline/schema/changelog/wake-time.xml', GETDATE(), 53, '9:d67c94b42e49fca8d07fcf05c589ce24', 'createTable tableName=wake_time; createIndex indexName=wake_time_due, tableName=wake_time', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE run_step_objects (step bigint NOT NULL, page int NOT NULL, objects varbinary(MAX) NOT NULL, CONSTRAINT run_step_objects_pk PRIMARY KEY (step, page));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.run_step_objects') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Pages of the objects that a step counted' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'run_step_objects' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Pages of the objects that a step counted' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'run_step_objects' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('run-step-objects', 'syncline', 'org/syncline/schema/changelog/run-details.xml', GETDATE(), 55, '9:e8bbac8a14b9f747aedced9d2b7d654f', 'createTable tableName=run_step_objects', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE audit_record (id bigint NOT NULL, done_at nvarchar(30) NOT NULL, who nvarchar(MAX) NOT NULL, what nvarchar(400) NOT NULL, connector nvarchar(400) NOT NULL, object_id bigint NOT NULL, title nvarchar(MAX), state_before nvarchar(MAX), state_after nvarchar(MAX), CONSTRAINT audit_record_pk PRIMARY KEY (id));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.audit_record') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'What people did by hand' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'audit_record' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'What people did by hand' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'audit_record' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('audit-record', 'syncline', 'org/syncline/schema/changelog/run-details.xml', GETDATE(), 57, '9:105fb30ca074d398986ea54ecd274bb3', 'createTable tableName=audit_record', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
ALTER TABLE watermark ADD midway bit CONSTRAINT DF_watermark_midway DEFAULT 0 NOT NULL;
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.watermark') AND name = N'MS_DESCRIPTION' AND minor_id = ( SELECT column_id FROM sys.columns WHERE name = 'midway' AND object_id = OBJECT_ID('dbo.watermark')) ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'An import staged something and has not ended well since' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'watermark' , @level2type = N'COLUMN' , @level2name = N'midway' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'An import staged something and has not ended well since' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'watermark' , @level2type = N'COLUMN' , @level2name = N'midway' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('watermark-midway', 'syncline', 'org/syncline/schema/changelog/broken-imports.xml', GETDATE(), 59, '9:043f02262293cbfee288186e54116814', 'addColumn tableName=watermark', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE evaluated_rules (connector nvarchar(400) NOT NULL, hashes nvarchar(MAX) NOT NULL, CONSTRAINT evaluated_rules_pk PRIMARY KEY (connector));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.evaluated_rules') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Of each connector, a line for each object type: the hash of the rules that last evaluated it, and its name' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'evaluated_rules' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Of each connector, a line for each object type: the hash of the rules that last evaluated it, and its name' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'evaluated_rules' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('evaluated-rules', 'syncline', 'org/syncline/schema/changelog/evaluated-rules.xml', GETDATE(), 61, '9:bf6160f2222dcb513100560d63349b98', 'createTable tableName=evaluated_rules', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE import_hold (connector nvarchar(400) NOT NULL, stage_only int NOT NULL, measured nvarchar(MAX) NOT NULL, approved nvarchar(MAX) NOT NULL, approved_by nvarchar(MAX), approved_at nvarchar(30), CONSTRAINT import_hold_pk PRIMARY KEY (connector));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.import_hold') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'What the imports of each connector wait for, and what was approved of them' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'import_hold' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'What the imports of each connector wait for, and what was approved of them' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'import_hold' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('import-hold', 'syncline', 'org/syncline/schema/changelog/import.xml', GETDATE(), 63, '9:d5a33a1a8725b3c8cd32b568d68a5b68', 'createTable tableName=import_hold', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
ALTER TABLE object_error ADD identity_id bigint CONSTRAINT DF_object_error_identity_id DEFAULT 0 NOT NULL;
GO
ALTER TABLE object_error ADD stack nvarchar(MAX);
GO
CREATE NONCLUSTERED INDEX object_error_identity ON object_error(identity_id);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('object-error-account', 'syncline', 'org/syncline/schema/changelog/retry-list.xml', GETDATE(), 65, '9:7696d30c4e71e4b5df9bb47b43f65d19', 'addColumn tableName=object_error; createIndex indexName=object_error_identity, tableName=object_error', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
ALTER TABLE in_flight ADD sent varbinary(MAX);
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('in-flight-images', 'syncline', 'org/syncline/schema/changelog/in-flight.xml', GETDATE(), 67, '9:627a896f54e80a505dbae542c661b569', 'addColumn tableName=in_flight', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE rule_file (hash nvarchar(64) NOT NULL, content varbinary(MAX) NOT NULL, CONSTRAINT rule_file_pk PRIMARY KEY (hash));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.rule_file') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Each content that a file of any version has, once and compressed' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'rule_file' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Each content that a file of any version has, once and compressed' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'rule_file' END;
GO
CREATE TABLE ruleset_content (version bigint NOT NULL, files varbinary(MAX) NOT NULL, saved nvarchar(30) NOT NULL, published nvarchar(30), published_by nvarchar(MAX), CONSTRAINT ruleset_content_pk PRIMARY KEY (version));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.ruleset_content') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Of each version, compressed, a line for each file: the hash of its content, and its name' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'ruleset_content' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Of each version, compressed, a line for each file: the hash of its content, and its name' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'ruleset_content' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('ruleset-content', 'syncline', 'org/syncline/schema/changelog/ruleset-content.xml', GETDATE(), 69, '9:3b7f36fccff521c7ea9d33a0aae977e3', 'createTable tableName=rule_file; createTable tableName=ruleset_content', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
CREATE TABLE import_selection (connector nvarchar(400) NOT NULL, hashes nvarchar(MAX) NOT NULL, CONSTRAINT import_selection_pk PRIMARY KEY (connector));
GO
IF EXISTS(  SELECT extended_properties.value FROM sys.extended_properties WHERE major_id = OBJECT_ID('dbo.import_selection') AND name = N'MS_DESCRIPTION' AND minor_id = 0 ) BEGIN  EXEC sys.sp_updateextendedproperty @name = N'MS_Description' , @value = N'Of each connector, and of each partition that was read by itself, a line for each part of what it selects: a hash, and what part it is' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'import_selection' END  ELSE  BEGIN  EXEC sys.sp_addextendedproperty @name = N'MS_Description' , @value = N'Of each connector, and of each partition that was read by itself, a line for each part of what it selects: a hash, and what part it is' , @level0type = N'SCHEMA' , @level0name = N'dbo' , @level1type = N'TABLE' , @level1name = N'import_selection' END;
GO
INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('import-selection', 'syncline', 'org/syncline/schema/changelog/import-selection.xml', GETDATE(), 71, '9:078fda530cbbdc1380ad3cb275f6e6db', 'createTable tableName=import_selection', '', 'EXECUTED', NULL, NULL, '4.33.0', '0000000000')
GO
