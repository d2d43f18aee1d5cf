package org.syncline.dsl.lint;

/** An attribute of a metaverse type. */
record MetaverseAttribute(String type, String name) {
    @Override
    public String toString() {
        return type + "." + name;
    }
}
