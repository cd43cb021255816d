package dev.auditlog.redact;

import java.util.HashSet;
import java.util.Set;

/**
 * The words that make a name secret, as {@link NameWords} writes them: lower case, without accents and separators, so
 * that {@code mot_de_passe} is {@code motdepasse}.
 */
final class SecretWords {

    /** Secret wherever they stand as whole words of a name. */
    static final Set<String> STRONG = words(
            """
            password passwd pword psw pswd pwd passphrase passcode passkey passwrd passw userpwd
            secret token apikey apisecret authorization proxyauthorization cookie setcookie jwt bearer credential creds
            otp totp hotp cvv cvc cvn iban ssn csrf xsrf csrfmiddlewaretoken jsessionid phpsessid aspsessionid sessid
            privatekey secretkey accesskey accesskeyid apitoken encryptionkey decryptionkey signingkey masterkey sharedkey
            sessionkey sshkey accountkey authkey securitykey storagekey symmetrickey hmackey aeskey keypass
            keystorepass storepass serverkey servicekey subscriptionkey functionkey hostkey sastoken
            securitycode authcode authorizationcode verificationcode recoverycode backupcode onetimecode mfacode tfacode
            otpcode smscode pincode activationcode resetcode devicecode accesscode logincode cardcode twofactorcode
            codeverifier clientassertion samlresponse samlassertion viewstate sessionid sessiontoken idtokenhint
            connectionstring connstring connectionstr seedphrase recoveryphrase mnemonicphrase walletseed seedwords
            securityanswer secretanswer socialsecurity socialsecuritynumber socialsecuritynum nationalinsurance
            cardnumber cardno cardnum cardnr cardpan creditcard debitcard ccnumber ccnum ccno primaryaccountnumber
            cardverification cardverificationvalue trackdata magstripe pinblock
            passwort kennwort passworter kennworter geheimzahl geheimnis losungswort kreditkarte kreditkartennummer
            kartennummer kartenprufnummer sozialversicherungsnummer sitzungsid
            wachtwoord geheimwoord kaartnummer creditcardnummer
            contrasena contrasenya contrasinal palabraclave palabradepaso clavesecreta claveacceso clavedeacceso
            numerodetarjeta numerotarjeta tarjetadecredito
            motdepasse mdp motpasse motsecret codesecret numerodecarte numerocarte cartebancaire cartedecredit
            senha palavrapasse palavrachave numerodocartao cartaodecredito
            parola parolachiave paroladordine parolaaccesso numerocarta cartadicredito chiaveprivata
            haslo slaptazodis heslo geslo lozinka zaporka jelszo salasana salasona parool
            losenord kodord passord adgangskode adgangskodeord lykilord pasahitza
            cyfrinair pasfhocal fjalekalim fjalekalimi sifre sifresi matkhau katasandi katalaluan
            пароль пароли парола лозинка паролата секрет токен
            κωδικοςπροσβασης συνθηματικο μυστικοςκωδικος
            סיסמה סיסמא סיסמת كلمةالمرور كلمةالسر كلمهالمرور كلمهالسر كلمةمرور كلمةسر رمزعبور گذرواژه رمزورود
            पासवर्ड পাসওয়ার্ড კოდური პაროლი գաղտնաբառ құпиясөз нууцүг
            """);

    /** Secret only if the rest of the name, if there is one, consists of {@link #MODIFIERS}. */
    static final Set<String> WEAK = words(
            """
            pass pin card sig signature sid csc pan mnemonic assertion clave parole sifra mfa auth
            """);

    /** Words that may stand beside a weak word, or be glued to a secret word, without changing what it means. */
    static final Set<String> MODIFIERS = words(
            """
            user usr my your new old current cur confirm confirmation confirmed conf repeat repeated verify verification
            again retype check db database admin administrator root login logon signin signup account acct client app
            application customer smtp imap mail email ftp sftp ssh wifi ldap proxy http https x j p the value val data
            plain plaintext raw enc encrypted hashed hash text input field form param in re original orig temp tmp
            default system sys service svc server api web bank credit debit payment pay gift visa atm sim security secure
            number no num nr code info details hub amz aws request url digital basic wallet master access refresh
            auth oauth session private github gitlab slack stripe google azure device push sas bot fcm apns
            owner keystore truststore store key oidc saml sso jdbc redis rabbitmq kafka mongo mysql postgres oracle
            """);

    /** What may stand beside {@code auth}: an {@code authUser} is no secret. */
    static final Set<String> AUTH_MODIFIERS = words("x http https proxy basic header value data raw my the");

    /** A name with one of these is about a secret, but its value is none. */
    static final Set<String> NEUTRAL = words(
            """
            count counts counter length len size limit limits type types kind policy expires expire expired expiry
            expiration exp ttl lifetime validity enabled disabled required strength attempts retries usage budget consent
            endpoint issuer algorithm alg format rotation version status
            """);

    /** Beside {@code token} or {@code tokens}, these mean a quantity. */
    static final Set<String> QUANTITY = words(
            """
            max min total num number prompt completion input output remaining used avg average per
            """);

    /** Scripts without spaces between words: secret wherever they occur in a name. */
    static final Set<String> INSIDE = words(
            """
            密码 密碼 口令 密钥 密鑰 令牌 暗証番号 パスワード 暗証 パスコード トークン 秘密鍵
            비밀번호 암호 패스워드 비밀키 토큰 รหัสผ่าน 卡号 卡號 信用卡 カード番号 카드번호
            """);

    private SecretWords() {}

    private static Set<String> words(String text) {
        Set<String> found = new HashSet<>();
        for (String word : text.strip().split("\\s+")) {
            found.add(NameWords.normal(word));
        }
        return Set.copyOf(found);
    }
}
