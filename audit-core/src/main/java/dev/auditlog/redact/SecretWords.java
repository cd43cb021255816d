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
            pwds psk wpapsk presharedkey rootpw bindpw puk mpin tpin upipin onetimepassword onetimepin 2fa 2facode twofacode
            authenticationcode recoverykey magiclink consumerkey licensekey licencekey activationkey privkey gpgkey pgpkey
            pemkey rsakey encryptkey decryptkey cryptokey deskey deploykey keymaterial wrappedkey privateexponent authhash
            sharedaccesssignature sharedaccesskey connstr track1data track2data bankaccountnumber alarmcode doorcode
            unlockcode lockcode gatecode safecombination cardtrack authorisation oauthverifier idrsa
            stripekey openaikey appkey applicationkey functionskey walletkey wifikey wlankey tlskey sslkey
            kerberosticket ticketgrantingticket socialinsurancenumber mothersmaidenname mothermaidenname memorableword
            pasword psswd pssword paswd pwrd p4ssword p4ssw0rd pa55word pa55w0rd
            passwort kennwort passworter kennworter geheimzahl geheimnis losungswort kreditkarte kreditkartennummer
            kartennummer kartenprufnummer kartenprufziffer sozialversicherungsnummer sitzungsid geheimcode zugangscode
            zugangsdaten zugangstoken zugangsschlussel zugangsschluessel pinnummer sicherheitscode sicherheitsantwort
            apischlussel apischluessel privaterschlussel privaterschluessel codewort mtan itan pushtan chiptan smstan
            tannummer kontonummer
            wachtwoord wachtwoorden geheimwoord wagwoord kaartnummer creditcardnummer
            codigosecreto codigopin contrasena contrasenya contrasinal palabraclave palabradepaso clavesecreta claveacceso clavedeacceso
            claveprivada numerodetarjeta numerotarjeta tarjetadecredito tarjetacredito
            motdepasse motsdepasse mdp motpasse motsecret codesecret numerodecarte numerocarte cartebancaire cartedecredit
            clesecrete cleprivee cleapi cledapi cledacces jetonacces jetondacces
            senha palavrapasse palavrachave numerodocartao numerocartao cartaodecredito cartaocredito
            chavesecreta chaveprivada chaveapi chavedeacesso codicesegreto chiavesegreta chiaveapi kluczapi kluczprywatny
            parola parolachiave paroladordine parolaaccesso numerocarta cartadicredito chiaveprivata
            haslo hasla slaptazodis slaptazodi slaptazodzio heslo hesla geslo lozinka zaporka jelszo salasana salasona parool
            losenord losenordet kodord kodeord passord passordet adgangskode adgangskodeord lykilord pasahitza
            cyfrinair pasfhocal nenosiri nywila pasvorto tunnusluku fjalekalim fjalekalimi sifre sifresi sifreniz parolaniz gizlianahtar matkhau mabimat katasandi katalaluan
            пароль пароли парола лозинка паролата секрет токен секретныйключ приватныйключ закрытыйключ ключдоступа
            коддоступа кодподтверждения пинкод пінкод номеркарты
            κωδικοςπροσβασης συνθηματικο μυστικοςκωδικος
            סיסמה סיסמא סיסמת كلمةالمرور كلمةالسر كلمهالمرور كلمهالسر كلمةمرور كلمةسر رمزعبور گذرواژه رمزورود
            کلمهعبور پاسورڈ पासवर्ड गुप्तकोड கடவுச்சொல் గుప్తపదం পাসওয়ার্ড კოდური პაროლი գաղտնաբառ құпиясөз нууцүг
            """);

    /** Secret only if the rest of the name, if there is one, consists of {@link #MODIFIERS}. */
    static final Set<String> WEAK = words(
            """
            pass pin pw pat card sig signature sid csc pan hmac mnemonic assertion clave parole sifra шифра κωδικος tan mfa auth
            jeton cartao
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
            bind connect unlock screen goog wp shared sms m h
            owner keystore truststore store key oidc saml sso jdbc redis rabbitmq kafka mongo mysql postgres oracle
            """);

    /** What may stand beside {@code auth}: an {@code authUser} is no secret. */
    static final Set<String> AUTH_MODIFIERS = words("x http https proxy basic header value data raw my the");

    /** After the words that name a secret, these say that the value is something else. */
    static final Set<String> NEUTRAL = words(
            """
            count counts counter length len size limit limits type types typ kind policy expires expire expired expiry
            expiration exp ttl lifetime validity enabled disabled required strength attempts retries usage budget consent
            endpoint issuer algorithm alg format rotation version status method changed updated rules age accepted banner
            name country currency
            """);

    /** At the end of a name, these say that it is a point in time or a person. */
    static final Set<String> CLOSING = words("at date time timestamp by on until since");

    /** At the start of a name, these say that it is a question. */
    static final Set<String> ASKING =
            words("is has must show hide can should may need needs require requires enable allow");

    /** Whole names that end in a secret word although their values are given to everybody. */
    static final Set<String> HARMLESS = words(
            """
            pagetoken nextpagetoken previouspagetoken prevpagetoken nexttoken continuationtoken synctoken paginationtoken
            cancellationtoken tokenurl tokenuri tokensymbol
            """);

    /** However a word begins, with one of these at its end it is secret: {@code datenbankpasswort}. */
    static final Set<String> ENDS = words(
            """
            password passwort kennwort passwd passphrase passcode token secret apikey privatekey secretkey accesskey pwd
            """);

    /** Beside {@code token} or {@code tokens}, these mean a quantity. */
    static final Set<String> QUANTITY = words(
            """
            max min total num number count limit prompt completion input output remaining used avg average per balance
            supply price amount
            """);

    /** Scripts without spaces between words, and stems of words that bend: secret wherever they occur in a name. */
    static final Set<String> INSIDE = words(
            """
            парол лозинк συνθηματικ كلمةالمرور كلمةالسر كلمةمرور كلمةسر رمزالمرور رمزعبور סיסמ ססמ
            私钥 私鑰 密匙 验证码 驗證碼 安全码 認証コード 確認コード シークレット 秘密の質問 アクセスキー apiキー
            인증번호 인증코드 보안코드 시크릿 개인키 주민등록번호
            密码 密碼 口令 密钥 密鑰 令牌 暗証番号 パスワード 暗証 パスコード トークン 秘密鍵
            비밀번호 암호 패스워드 비밀키 토큰 รหัสผ่าน 卡号 卡號 信用卡 カード番号 카드번호
            """);

    /** The longer ones of {@link #STRONG} with one letter left out. */
    static final Set<String> GAPPED = gapped();

    private SecretWords() {}

    private static Set<String> gapped() {
        Set<String> found = new HashSet<>();
        for (String word : STRONG) {
            for (int i = 0; i < word.length() && word.length() > 4; i++) {
                found.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return Set.copyOf(found);
    }

    private static Set<String> words(String text) {
        Set<String> found = new HashSet<>();
        for (String word : text.strip().split("\\s+")) {
            found.add(NameWords.normal(word));
        }
        return Set.copyOf(found);
    }
}
