// The expression language. Rules from the weakest binding to the strongest.
grammar Syntax;

@lexer::members {
    private int previous = Token.EOF;

    @Override
    public void emit(Token token) {
        previous = token.getType();
        super.emit(token);
    }

    // After a value, & joins it with the next; elsewhere &H begins a hexadecimal number.
    private boolean afterValue() {
        return switch (previous) {
            case ATTRIBUTE, PARAMETER, DECIDED, TEXT, NUMBER, HEXADECIMAL, VARIABLE, NAME, CLOSE -> true;
            default -> false;
        };
    }
}

whole : disjunction EOF ;

disjunction : conjunction (OR conjunction)* ;

conjunction : negation (AND negation)* ;

negation : NOT negation | comparison ;

comparison : concatenation (operator += (EQUAL | UNEQUAL | LESS | AT_MOST | GREATER | AT_LEAST) concatenation)* ;

concatenation : sum (AMPERSAND sum)* ;

sum : product (operator += (PLUS | MINUS) product)* ;

product : unary (operator += (STAR | SLASH) unary)* ;

unary : MINUS unary | primary ;

primary
    : OPEN disjunction CLOSE                                        # parenthesized
    | NAME OPEN (disjunction (COMMA disjunction)*)? CLOSE           # call
    | NOT OPEN disjunction CLOSE                                    # notCall
    | ATTRIBUTE                                                     # attribute
    | PARAMETER                                                     # parameter
    | DECIDED                                                       # decided
    | TEXT                                                          # text
    | NUMBER                                                        # number
    | HEXADECIMAL                                                   # hexadecimal
    | VARIABLE                                                      # variable
    | NAME                                                          # word
    ;

AND : 'And' | '&&' ;
OR : 'Or' | '||' ;
NOT : 'Not' ;

ATTRIBUTE : '[' ~[\]]* ']' ;
PARAMETER : '%' [\p{L}\p{N}_.-]+ '%' ;
DECIDED : '{' [\p{L}\p{N}_. -]+ '}' ;
TEXT : '"' ('\\' . | ~["\\])* '"' ;
NUMBER : [0-9]+ ;
HEXADECIMAL : '&' [hH] [0-9A-Fa-f]+ {!afterValue()}? ;
VARIABLE : '$' [\p{L}_] [\p{L}\p{N}_]* ;
NAME : [\p{L}_] [\p{L}\p{N}_]* ;

AMPERSAND : '&' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
EQUAL : '=' ;
UNEQUAL : '<>' ;
LESS : '<' ;
AT_MOST : '<=' ;
GREATER : '>' ;
AT_LEAST : '>=' ;
OPEN : '(' ;
CLOSE : ')' ;
COMMA : ',' ;

SPACE : [\p{White_Space}]+ -> skip ;

// What no rule accepts: said in the administrator's words by SyntaxCheck.
UNCLOSED_TEXT : '"' ('\\' . | ~["\\])* '\\'? ;
UNCLOSED_ATTRIBUTE : '[' ~[\]]* ;
STRAY : . ;
